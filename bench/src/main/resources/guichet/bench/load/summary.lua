-- What wrk has counted, as one line of JSON; latencies in microseconds, processor time in seconds.
function done(summary, latency, requests)
  io.write(string.format(
    '{"requests":%d,"microseconds":%d,"p50":%d,"p90":%d,"p99":%d,"max":%d,"refused":%d,"lost":%d,"processor_seconds":%.3f}\n',
    summary.requests, summary.duration,
    latency:percentile(50), latency:percentile(90), latency:percentile(99), latency.max,
    summary.errors.status,
    summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout,
    os.clock()))
end
