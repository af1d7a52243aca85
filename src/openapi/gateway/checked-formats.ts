/** The formats of texts that handlers check. Any other explains, and checks nothing. */
export const checkedFormats: ReadonlySet<string> = new Set([
  ...['date', 'time', 'date-time', 'email', 'uuid', 'hostname', 'ipv4', 'ipv6', 'uri'],
]);
