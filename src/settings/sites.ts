/** One place where the widget is embedded. */
export interface Site {
  key: string;
  name: string;
  /** Origins such as `https://shop.example` whose pages may embed the widget; none means every page may. */
  origins: string[];
}

export interface Sites {
  find(key: string): Promise<Site | undefined>;
  list(): Promise<Site[]>;
  saveOrigins(key: string, origins: string[]): Promise<void>;
}
