import { DatabaseError } from "pg";
import { JournalError, type JournalFault } from "../store.ts";

/** PostgreSQL's error codes that people can do something about (its manual, appendix A). */
const FAULTS: Readonly<Record<string, JournalFault>> = {
  "23505": "conflict",
  "25006": "read-only",
  "42501": "read-only",
  "53100": "disk-full",
};

/** Classes of codes that speak of the connection or of the server rather than of what was asked. */
const NOT_OF_THE_STATEMENT = /^(08|533|57|58|XX)/;

const sqlState = (error: unknown): string => (error instanceof DatabaseError && error.code) || "";

/** Whether the database refused what was asked, and is well; otherwise it is not known what became of it. */
export const isRefusal = (error: unknown): boolean =>
  error instanceof JournalError || (sqlState(error) !== "" && !NOT_OF_THE_STATEMENT.test(sqlState(error)));

/** Any thrown value as a JournalError. */
export function journalError(error: unknown): JournalError {
  if (error instanceof JournalError) return error;
  return new JournalError(FAULTS[sqlState(error)] ?? "failed", said(error));
}

/** What an error says; the one of several addresses tried in vain says it in its parts. */
function said(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(said).join(", ");
  return error instanceof Error ? error.message : String(error);
}

/** Why the journal could not be opened, for the terminal; without the password that the address may hold. */
export function openingError(error: unknown, url: string): JournalError {
  if (error instanceof JournalError) return error;
  const { host, pathname } = new URL(url);
  const { fault } = journalError(error);
  return new JournalError(fault, `The database ${host}${pathname} of DATABASE_URL cannot be used: ${said(error)}`);
}
