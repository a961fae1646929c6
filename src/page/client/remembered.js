/** What the browser keeps between visits; a browser that keeps nothing is no fault. */

/** @param {string} name @returns {string | null} */
export const recall = (name) => {
  try {
    return localStorage.getItem(`bij-twijfel:${name}`);
  } catch {
    return null;
  }
};

/** @param {string} name @param {string} value */
export const remember = (name, value) => {
  try {
    localStorage.setItem(`bij-twijfel:${name}`, value);
  } catch {
    // Private windows may refuse: then the choice lasts as long as the page.
  }
};
