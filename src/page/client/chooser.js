/** Fills a list of people to be; who is away on this day is shown as such. */

/**
 * @param {HTMLSelectElement} select
 * @param {{ label?: string, people: import('./cast.js').Someone[] }[]} groups
 * @param {(someone: import('./cast.js').Someone) => boolean} isAbsent
 */
export const fillPeople = (select, groups, isAbsent) => {
  const chosen = select.value;
  const option = (someone) =>
    new Option(isAbsent(someone) ? `${someone.label} (afwezig)` : someone.label, someone.email);
  const filled = groups.flatMap(({ label, people }) => {
    const options = people.map(option);
    if (label === undefined) return options;
    const group = document.createElement('optgroup');
    group.label = label;
    group.append(...options);
    return [group];
  });
  select.replaceChildren(...filled);
  if ([...select.options].some(({ value }) => value === chosen)) select.value = chosen;
};
