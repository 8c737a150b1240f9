using Seq2Seq.Host.Scripting;

namespace Seq2Seq.Host.Jupyter.Handlers;

/// <summary><c>is_complete_request</c>: whether Enter runs the text or starts another line.</summary>
internal sealed class IsCompleteHandler(Task<ICellRunner> runner) : IRequestHandler
{
    private const string OneLevel = "    ";

    /// <inheritdoc/>
    public string Kind => "is_complete_request";

    /// <inheritdoc/>
    public void Handle(Request request)
    {
        var code = request.Content.RequiredText("code");
        var status = runner.GetAwaiter().GetResult().Check(code);
        request.Reply("is_complete_reply", json =>
        {
            json.WriteString("status", status switch
            {
                Completeness.Complete => "complete",
                Completeness.Incomplete => "incomplete",
                Completeness.Invalid => "invalid",
                _ => "unknown",
            });
            if (status == Completeness.Incomplete)
                json.WriteString("indent", NextIndent(code));
        });
    }

    /// <summary>The indentation of the last line, one level more where it opens a block or a list.</summary>
    internal static string NextIndent(string code)
    {
        var last = code.AsSpan(code.LastIndexOf('\n') + 1).TrimEnd();
        var indent = last[..(last.Length - last.TrimStart().Length)].ToString();
        return last.EndsWith('{') || last.EndsWith('(') || last.EndsWith('[') ? indent + OneLevel : indent;
    }
}
