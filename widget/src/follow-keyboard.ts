/**
 * A phone's keyboard covers the page without making it smaller. The stylesheet learns here what is left to see, or
 * what the visitor writes could be below the keyboard and who answers above the screen. A page zoomed in by hand stays.
 */
export function followKeyboard(host: HTMLElement): void {
  const seen = window.visualViewport;
  const follow = () => {
    if (seen?.scale !== 1) return;
    host.style.setProperty("--seen-height", `${seen.height}px`);
    host.style.setProperty("--seen-top", `${seen.offsetTop}px`);
  };
  seen?.addEventListener("resize", follow);
  seen?.addEventListener("scroll", follow);
}
