import { z } from 'zod';

const text = z
  .string()
  .trim()
  .nullish()
  .transform((value) => value || undefined);
const flag = z
  .boolean()
  .nullish()
  .transform((value) => value === true);

const shape = z.object({
  id: z.string().min(1),
  team_id: text,
  deleted: flag,
  is_bot: flag,
  is_restricted: flag,
  is_ultra_restricted: flag,
  is_stranger: flag,
  is_email_confirmed: z.boolean().nullish(),
  enterprise_user: z
    .object({ teams: z.array(z.string()).nullish() })
    .nullish()
    .transform((value) => value?.teams ?? []),
  profile: z.object({ email: text }).nullish(),
});

/** A user as the workspace vouches for them. */
export type Member = {
  readonly id: string;
  /** The workspaces they work in. */
  readonly teams: readonly string[];
  /** In small letters; undefined when it was not confirmed. */
  readonly email: string | undefined;
  /** A guest, a bot, somebody of another organisation, or somebody who left. */
  readonly outsider: boolean;
};

/** Reads what `users.info` answered; throws a ZodError when it is no user at all. */
export function readMember(answered: unknown): Member {
  const user = shape.parse(answered);
  const { deleted, is_bot, is_restricted, is_ultra_restricted, is_stranger } = user;
  const confirmed = user.is_email_confirmed !== false;
  return {
    id: user.id,
    teams: [...(user.team_id === undefined ? [] : [user.team_id]), ...user.enterprise_user],
    email: confirmed ? user.profile?.email?.toLowerCase() : undefined,
    outsider: deleted || is_bot || is_restricted || is_ultra_restricted || is_stranger,
  };
}
