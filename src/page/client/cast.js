/**
 * Who is who, and who is offered on which side.
 * @typedef {{ id: string, name: string, protocol: string }} Place
 * @typedef {{ email: string, label: string, place: string, leader?: string, everywhere: boolean,
 *   absent: { from: string, to: string }[] }} Someone
 * @typedef {{ timeZone: string, places: Place[], people: Someone[] }} Cast
 */

/** @param {Cast} cast */
export const createCast = ({ timeZone, places, people }) => {
  const named = (email) => people.find((each) => each.email === email);

  /** How many levels stand above somebody; the file was checked for circles. */
  const depth = (someone) => {
    const leader = someone.leader === undefined ? undefined : named(someone.leader);
    return leader === undefined ? 0 : 1 + depth(leader);
  };

  const at = (place) =>
    people.filter((each) => each.place === place && !each.everywhere).sort((one, other) => depth(other) - depth(one));

  return {
    timeZone,
    place: (id) => places.find((each) => each.id === id),
    /** Whether a school is one of the organisation's, and not a protocol to look at. */
    isLocation: (id) => people.some((each) => each.place === id),
    hasPeople: people.length > 0,
    named,
    /** Everybody who may ask at a school; those furthest from the bestuur, who ask most, first. */
    askers: (place) => [...at(place), ...people.filter((each) => each.place === place && each.everywhere)],
    /** Everybody a case may go to, in groups: of this school, for all schools, elsewhere. */
    deciders: (place, asker) => {
      const groups = [
        { label: 'Op deze school', people: at(place) },
        { label: 'Bestuur en crisis', people: people.filter((each) => each.everywhere) },
        { label: 'Op andere scholen', people: people.filter((each) => each.place !== place && !each.everywhere) },
      ];
      return groups
        .map((group) => ({ ...group, people: group.people.filter(({ email }) => email !== asker) }))
        .filter((group) => group.people.length > 0);
    },
    isAbsent: (someone, day) => someone.absent.some(({ from, to }) => from <= day && day <= to),
  };
};
