// What `npm run release` makes of the changelog.
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { released } from '../../.ci/release.mjs';

const before = '# Changelog\n\nWhat changes.\n\n## Unreleased\n\n### Added\n\n- A layer.\n';

it('what is unreleased becomes a section of the version', () => {
  expect(released(before, '1.2.0', '2026-01-31')).toBe(
    '# Changelog\n\nWhat changes.\n\n## Unreleased\n\n## 1.2.0 - 2026-01-31\n\n### Added\n\n- A layer.\n',
  );
});

it('a release of which nothing is told is none', () => {
  const once = released(before, '1.2.0', '2026-01-31');
  expect(() => released(once, '1.3.0', '2026-02-28')).toThrow(/tell users what is new/);
});

it("the project's own changelog can be released", () => {
  const own = readFileSync('CHANGELOG.md', 'utf8');
  expect(released(own, '9.9.9', '2026-01-31')).toContain('## 9.9.9 - 2026-01-31\n\n###');
});
