import { z } from 'zod';
import type { Graph } from './graph.ts';
import { GraphRefused } from './refused.ts';

const text = z
  .string()
  .nullish()
  .transform((value) => (value ? [value.toLowerCase()] : []));
const manager = z.object({ mail: text, userPrincipalName: text });

/**
 * Whom somebody reports to by Microsoft Graph, with User.Read.All: the addresses of one person in small letters; none when the
 * directory names nobody, or does not know who that is.
 * @param email the address that somebody signs in with
 * @throws GraphRefused when Graph does not say
 */
export async function managerOf(graph: Graph, email: string): Promise<readonly string[]> {
  try {
    const path = `/users/${encodeURIComponent(email)}/manager?$select=mail,userPrincipalName`;
    const { mail, userPrincipalName } = manager.parse(await graph.get(path));
    return [...new Set([...mail, ...userPrincipalName])];
  } catch (cause) {
    if (cause instanceof GraphRefused && cause.status === 404) return [];
    throw cause;
  }
}
