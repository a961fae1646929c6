/** "Ik plak het op Pinterest", "I post it on my blog": who tells it does it, now. */
const ownAct =
  /\b(ik|k) (plak|zet|post|plaats|deel|tweet|upload|kopieer|publiceer) (het|hem|haar|ze|die|dat|dit|er|mijn|m|een|de)\b|\bi (post|share|upload|publish|copy|tweet) (it|them|that|this|a|the|my)\b/;

/** Whether the words tell of putting something online oneself: no wrong of somebody else to report, but a rule to know. */
export const tellsOwnAct = (words: readonly string[]): boolean => ownAct.test(words.join(' '));
