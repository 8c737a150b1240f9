using Seq2Seq.Host.Documents;

namespace Course.Tests.Notebooks;

/// <summary>One notebook of the course as the tests read it.</summary>
internal sealed class Lesson
{
    private Lesson(string path)
    {
        Path = path;
        Cells = NotebookFile.Read(path).Cells;
    }

    public string Path { get; }

    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    public IReadOnlyList<NotebookCell> Cells { get; }

    public IEnumerable<NotebookCell> Code => Cells.Where(cell => cell.Kind == CellKind.Code);

    public IEnumerable<NotebookCell> Prose => Cells.Where(cell => cell.Kind == CellKind.Markdown);

    public static Lesson Open(string name) => new(System.IO.Path.Combine(Repository.Notebooks, name + ".ipynb"));

    public static IReadOnlyList<string> Names { get; } =
    [
        .. Directory.EnumerateFiles(Repository.Notebooks, "*.ipynb")
            .Select(path => System.IO.Path.GetFileNameWithoutExtension(path))
            .Order(StringComparer.Ordinal),
    ];

    public static TheoryData<string> All => [.. Names];
}
