// Loaded into a measured process by NODE_OPTIONS: leaves its peak memory and processor time where the benchmark looks for them.
const { appendFileSync } = require('node:fs');

process.on('exit', () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  // maxRSS is in kibibytes on every system (Node's documentation of process.resourceUsage).
  appendFileSync(
    process.env.BENCH_USAGE,
    `${JSON.stringify({ kibibytes: maxRSS, cpuSeconds: (userCPUTime + systemCPUTime) / 1e6 })}\n`,
  );
});
