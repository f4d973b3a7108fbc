using BenchmarkDotNet.Running;
using ElastAlert.Benchmarks.Runs;

return args switch
{
    ["memory"] => await LongRun.MeasureAllAsync(),
    ["memory", var name] => await LongRun.MeasureAsync(name),
    ["steady-state"] => await SteadyState.MeasureAsync(),
    _ => RunBenchmarks(args),
};

static int RunBenchmarks(string[] args)
{
    BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
    return 0;
}
