/** Statements that are parsed once a connection: what every call asks. Only for texts that never change. */
const names = new Map<string, string>();

/** Registers `sql` under a name that is its own in the whole house, and returns it. */
export function prepared(name: string, sql: string): string {
  names.set(sql, name);
  return sql;
}

/** The name under which a connection keeps the statement, if it does. */
export const preparedName = (sql: string): string | undefined => names.get(sql);

/** All of them, text by name. */
export const preparedStatements = (): ReadonlyMap<string, string> =>
  new Map([...names].map(([sql, name]) => [name, sql]));
