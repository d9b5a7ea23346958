using BenchmarkDotNet.Running;
using PrivacyPortal.Bench;

// dotnet run -c Release --project bench -- --filter '*' --job short
BenchmarkSwitcher.FromAssembly(typeof(DecisionBenchmark).Assembly).Run(args);
