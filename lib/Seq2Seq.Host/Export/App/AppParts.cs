using System.Text;

namespace Seq2Seq.Host.Export.App;

/// <summary>The pieces of an app, collected cell by cell.</summary>
internal sealed class AppParts
{
    private readonly StringBuilder body = new();
    private readonly StringBuilder members = new();
    private readonly List<string> usings = [];
    private StringBuilder cellBody = new(), cellMembers = new();
    private string cell = "";
    private bool mayThrow, setsCulture;

    /// <summary>Using directives, in the order of the cells.</summary>
    public IReadOnlyList<string> Usings => usings;

    /// <summary>Main's statements.</summary>
    public string Body => body.ToString();

    /// <summary>Fields, methods and types.</summary>
    public string Members => members.ToString();

    /// <summary>What follows belongs to a cell.</summary>
    public void BeginCell(string name, bool raisesException)
    {
        (cell, mayThrow) = (name, raisesException);
        cellBody = new StringBuilder();
        cellMembers = new StringBuilder();
    }

    /// <summary>Closes the cell.</summary>
    public void EndCell()
    {
        if (cellBody.Length > 0)
        {
            body.Append("// ").Append(cell).Append('\n');
            if (setsCulture) body.Append("Seq2Seq.Host.Notebook.AppStart.Cell();\n");
            if (mayThrow) body.Append("try\n{\n").Append(SourceIndent.Apply(cellBody.ToString(), 4)).Append("}\ncatch (Exception exception)\n{\n    Seq2Seq.Host.Notebook.AppStart.Expected(exception);\n}\n");
            else body.Append(cellBody);
            body.Append('\n');
        }
        // In a notebook the culture a cell sets ends with the cell.
        setsCulture |= cellBody.ToString().Contains("CurrentCulture", StringComparison.Ordinal);
        if (cellMembers.Length > 0) members.Append("\n// ").Append(cell).Append('\n').Append(cellMembers);
    }

    public void Using(string text) => usings.Add(text);

    public void Statement(string text) => cellBody.Append(text.Trim('\n')).Append('\n');

    public void Member(string text) => cellMembers.Append(text.Trim('\n')).Append('\n');
}
