// The engine's default generator belongs to the process: two tests that seed it must not run at once.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
