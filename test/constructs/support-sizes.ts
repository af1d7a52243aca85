/** How large documents and templates may be, as tests choose it: where a document of the real sizes would take long. */
const chosen = { inlineBytes: 0, templateBytes: 0 };

const actual = jest.requireActual<typeof import('../../src/constructs/private/limits/template-size')>(
  '../../src/constructs/private/limits/template-size',
);

/** Takes the place of `template-size`: `jest.mock(…, () => jest.requireActual('./support-sizes').templateSize)`. */
export const templateSize = {
  ...actual,
  get inlineBytes(): number {
    return chosen.inlineBytes || actual.inlineBytes;
  },
  get templateBytes(): number {
    return chosen.templateBytes || actual.templateBytes;
  },
};

/** Chooses sizes for one test; the others are as they are. */
export function allow(sizes: Partial<typeof chosen>): void {
  Object.assign(chosen, sizes);
}

/** Lets documents of any size stay in the template. */
export function allowAnySize(): void {
  allow({ inlineBytes: Number.POSITIVE_INFINITY, templateBytes: Number.POSITIVE_INFINITY });
}

/** Lets no document stay in the template. */
export function allowNoSize(): void {
  allow({ inlineBytes: 1 });
}

afterEach(() => allow({ inlineBytes: 0, templateBytes: 0 }));
