using BenchmarkDotNet.Running;
using ElastAlert.Benchmarks.Runs;
using ElastAlert.Benchmarks.State;

return args switch
{
    ["memory"] => await LongRun.MeasureAllAsync(),
    ["memory", var name] => await LongRun.MeasureAsync(name),
    ["commits"] => await CommitCosts.MeasureAsync(),
    ["steady-state"] => await SteadyState.MeasureAsync(),
    _ => RunBenchmarks(args),
};

static int RunBenchmarks(string[] args)
{
    BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
    return 0;
}
