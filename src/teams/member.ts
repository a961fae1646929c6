import { z } from 'zod';

const text = z
  .string()
  .trim()
  .nullish()
  .transform((value) => value || undefined);

const shape = z.object({
  id: text,
  aadObjectId: text,
  objectId: text,
  email: text,
  userPrincipalName: text,
  userRole: text,
});

/** A member of a conversation, as Microsoft's connector describes them: the identity that the tenant vouches for. */
export type Member = {
  readonly id: string | undefined;
  readonly aadObjectId: string | undefined;
  /** In small letters; the mail address and the sign-in name, which are usually the same. */
  readonly addresses: readonly string[];
  /** Invited from outside the tenant. */
  readonly guest: boolean;
};

/** Reads what the connector answered; throws a ZodError when it is no member at all. */
export function readMember(answered: unknown): Member {
  const { id, aadObjectId, objectId, email, userPrincipalName, userRole } = shape.parse(answered);
  const addresses = [email, userPrincipalName].flatMap((each) => (each === undefined ? [] : [each.toLowerCase()]));
  const external = addresses.some((each) => each.includes('#ext#'));
  return {
    id,
    aadObjectId: aadObjectId ?? objectId,
    addresses: [...new Set(addresses)],
    guest: external || ['guest', 'anonymous'].includes((userRole ?? '').toLowerCase()),
  };
}
