/**
 * The same model for PostgreSQL: only the datasource and the place of the generated client differ.
 * @param {string} sqlite the text of schema.prisma
 * @returns {string}
 */
export const postgresqlSchema = (sqlite) =>
  sqlite
    .replace('provider = "sqlite"', 'provider = "postgresql"')
    .replace("../src/storage/generated/sqlite", "./postgresql");
