using BenchmarkDotNet.Running;
using PrivacyPortal.Bench;

// dotnet run -c Release --project bench -- --filter '*' --job short --inProcess   (in process: a generated project would not meet this repository's build rules)
BenchmarkSwitcher.FromAssembly(typeof(DecisionBenchmark).Assembly).Run(args);
