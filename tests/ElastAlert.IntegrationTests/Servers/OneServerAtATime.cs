// Each collection has its own search server, and a small machine holds one of them at a time.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
