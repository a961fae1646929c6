/** How the host draws a card: Teams' measures, and this page's colours as variables, so that a change of theme redraws nothing. */

const Enums = globalThis.AdaptiveCards;

const foreground = () => {
  const pair = (name) => ({ default: `var(--card-${name})`, subtle: `var(--card-${name})` });
  return {
    default: { default: 'var(--card-text)', subtle: 'var(--card-subtle)' },
    dark: { default: 'var(--card-text)', subtle: 'var(--card-subtle)' },
    light: { default: 'var(--card-text)', subtle: 'var(--card-subtle)' },
    accent: pair('accent'),
    good: pair('good'),
    warning: pair('warning'),
    attention: pair('attention'),
  };
};

const container = (ground) => ({ backgroundColor: ground, foregroundColors: foreground() });

const font = {
  fontFamily: 'inherit',
  fontSizes: { small: 13, default: 15, medium: 18, large: 21, extraLarge: 26 },
  fontWeights: { lighter: 300, default: 400, bolder: 600 },
};

export const hostConfig = new globalThis.AdaptiveCards.HostConfig({
  supportsInteractivity: true,
  spacing: { small: 6, default: 10, medium: 16, large: 24, extraLarge: 32, padding: 12 },
  separator: { lineThickness: 1, lineColor: 'var(--card-line)' },
  fontTypes: { default: font, monospace: font },
  lineHeights: { small: 18, default: 22, medium: 24, large: 28, extraLarge: 34 },
  containerStyles: {
    default: container('var(--card)'),
    emphasis: container('var(--card-emphasis-ground)'),
    accent: container('var(--card-accent-ground)'),
    good: container('var(--card-good-ground)'),
    warning: container('var(--card-warning-ground)'),
    attention: container('var(--card-attention-ground)'),
  },
  inputs: {
    label: {
      inputSpacing: Enums.Spacing.Small,
      requiredInputs: { weight: Enums.TextWeight.Bolder },
      optionalInputs: { weight: Enums.TextWeight.Bolder },
    },
    errorMessage: { color: Enums.TextColor.Attention, weight: Enums.TextWeight.Default, spacing: Enums.Spacing.Small },
  },
  actions: {
    maxActions: 6,
    spacing: Enums.Spacing.Default,
    buttonSpacing: 8,
    actionsOrientation: Enums.Orientation.Horizontal,
    actionAlignment: Enums.ActionAlignment.Left,
  },
  factSet: {
    title: { weight: Enums.TextWeight.Bolder, size: Enums.TextSize.Small, wrap: true, maxWidth: 150 },
    value: { size: Enums.TextSize.Small, wrap: true },
    spacing: 12,
  },
  textBlock: { headingLevel: 3 },
});

// The renderer's own defaults overwrite what it has just read of these two.
Object.assign(hostConfig.inputs.label.requiredInputs, { suffix: ' (verplicht)', suffixColor: Enums.TextColor.Default });
