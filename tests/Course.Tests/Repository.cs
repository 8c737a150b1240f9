namespace Course.Tests;

/// <summary>Where this clone is.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    public static string Notebooks => Path.Combine(Root, "notebooks");

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Seq2Seq.Notebooks.sln")))
            folder = folder.Parent ?? throw new DirectoryNotFoundException($"no Seq2Seq.Notebooks.sln above {AppContext.BaseDirectory}");
        return folder.FullName;
    }
}
