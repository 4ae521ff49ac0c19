/**
 * What the ids of visitors begin with who are made up to try a handoff out. Nobody is notified of them, and no list and
 * no report has them. The ids of real visitors are made by the server too, and never begin like this.
 */
export const testVisitorPrefix = "test-";

export const isTestVisitor = (visitorId: string) => visitorId.startsWith(testVisitorPrefix);
