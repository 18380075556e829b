// What the community directory's scanner flags in the styles that ship.
export default {
  rules: {
    'declaration-no-important': true,
    'selector-max-id': 0,
    'selector-pseudo-class-disallowed-list': ['has'],
    'no-duplicate-selectors': null,
    'block-no-empty': true,
    'color-no-invalid-hex': true,
    'property-no-unknown': true,
    'declaration-block-no-duplicate-properties': true,
  },
};
