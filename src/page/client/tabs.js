/** Where two sides do not fit beside each other: one at a time, with tabs. */

/** As wide as two sides need, beside the side column or below it; the same measures as in sides.css. */
const roomy = matchMedia(
  '(min-height: 32rem) and (min-width: 65rem), (min-height: 32rem) and (min-width: 48rem) and (max-width: 55.99rem)',
);

/** @param {{ root: HTMLElement, title: string }[]} sides */
export const createTabs = (sides) => {
  const list = document.getElementById('tabs');
  list.setAttribute('role', 'tablist');
  list.setAttribute('aria-label', 'Welke kant je ziet');

  const tabs = sides.map(({ root, title }) => {
    const tab = document.createElement('button');
    tab.type = 'button';
    tab.id = `tab-${root.id}`;
    tab.setAttribute('role', 'tab');
    tab.setAttribute('aria-controls', root.id);
    tab.append(title);
    list.append(tab);
    return tab;
  });
  let chosen = 0;

  const arrange = () => {
    const wide = roomy.matches;
    list.hidden = wide;
    sides.forEach(({ root, title }, index) => {
      const open = wide || index === chosen;
      root.hidden = !open;
      root.setAttribute('role', wide ? 'region' : 'tabpanel');
      root.setAttribute('aria-label', title);
      tabs[index].setAttribute('aria-selected', String(index === chosen));
      tabs[index].tabIndex = index === chosen ? 0 : -1;
      if (open) tabs[index].querySelector('.mark')?.remove();
    });
  };

  const choose = (index) => {
    chosen = index;
    arrange();
  };

  tabs.forEach((tab, index) => {
    tab.addEventListener('click', () => choose(index));
    tab.addEventListener('keydown', ({ key }) => {
      if (key !== 'ArrowLeft' && key !== 'ArrowRight') return;
      const next = (index + (key === 'ArrowRight' ? 1 : tabs.length - 1)) % tabs.length;
      choose(next);
      tabs[next].focus();
    });
  });

  roomy.addEventListener('change', arrange);
  arrange();

  const indexOf = (root) => sides.findIndex((side) => side.root === root);
  return {
    /** @param {HTMLElement} root */
    open: (root) => choose(indexOf(root)),
    /** Says on its tab that something came, unless it is in sight. @param {HTMLElement} root */
    mark: (root) => {
      const tab = tabs[indexOf(root)];
      if (!root.hidden || tab.querySelector('.mark') !== null) return;
      const mark = document.createElement('span');
      mark.className = 'mark';
      mark.append(
        Object.assign(document.createElement('span'), { className: 'hidden', textContent: ' (nieuw bericht)' }),
      );
      tab.append(mark);
    },
  };
};
