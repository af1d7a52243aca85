/** The statuses that a pattern can be for, in ascending order. */
const allStatuses: readonly number[] = Array.from({ length: 500 }, (_, index) => 100 + index);

/**
 * The statuses that a pattern of an integration response is for: API Gateway compares the whole status with it. Nothing when it is no
 * regular expression.
 * @see https://docs.aws.amazon.com/apigateway/latest/api/API_IntegrationResponse.html
 */
export function statusesOf(pattern: string): ReadonlySet<number> | undefined {
  try {
    const expression = new RegExp(`^(?:${pattern})$`);
    return new Set(allStatuses.filter((status) => expression.test(String(status))));
  } catch {
    return undefined;
  }
}

/** Whether responses for a pattern, or for what no pattern is for, are responses to success. */
export function isForSuccess(pattern: string): boolean {
  return pattern === 'default' || [...(statusesOf(pattern) ?? [])].some((status) => status < 300);
}

/** The shortest regular expression in plain digits and classes that is for exactly these statuses, such as `40[0-35-9]|4[1-9]\d`. */
export function patternFor(statuses: ReadonlySet<number>): string {
  const byRest = new Map<string, string>();
  for (const [hundred, rest] of groupDigits(statuses, 100)) {
    const alternatives = tensOf(rest).map(([tens, ones]) => `${digitClass(tens)}${digitClass(ones)}`);
    const key = alternatives.join('|');
    byRest.set(key, `${byRest.get(key) ?? ''}${hundred}`);
  }
  return [...byRest]
    .flatMap(([rest, hundreds]) => rest.split('|').map((each) => `${digitClass(hundreds)}${each}`))
    .map((each) => each.replace('\\d\\d', '\\d{2}'))
    .join('|');
}

/** The second digits and the third ones that go with each of them, as texts of digits. */
function tensOf(rest: ReadonlySet<number>): [string, string][] {
  const byOnes = new Map<string, string>();
  for (const [ten, ones] of groupDigits(rest, 10)) {
    const key = [...ones].sort().join('');
    byOnes.set(key, `${byOnes.get(key) ?? ''}${ten}`);
  }
  return [...byOnes].map(([ones, tens]) => [tens, ones]);
}

function groupDigits(numbers: ReadonlySet<number>, unit: number): Map<number, Set<number>> {
  const groups = new Map<number, Set<number>>();
  for (const number of [...numbers].sort((one, other) => one - other)) {
    const digit = Math.floor(number / unit);
    const group = groups.get(digit) ?? new Set();
    groups.set(digit, group.add(number % unit));
  }
  return groups;
}

/** `4` for one digit, `\d` for all, `[0-35-9]` for some. */
function digitClass(digits: string): string {
  if (digits.length === 1) return digits;
  if (digits === '0123456789') return '\\d';
  return `[${runsOf(digits).join('')}]`;
}

/** Ascending digits as runs of neighbours: `0123` as `0-3`, `78` as `78`. */
function runsOf(digits: string): string[] {
  const runs: string[] = [];
  for (const digit of digits) {
    const last = runs.at(-1);
    if (last !== undefined && Number(last.at(-1)) + 1 === Number(digit)) runs[runs.length - 1] = last + digit;
    else runs.push(digit);
  }
  return runs.map((run) => (run.length > 2 ? `${run.at(0)}-${run.at(-1)}` : run));
}
