using System.Diagnostics;
using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Seq2Seq.Host.Scripting.Compilation;
using Seq2Seq.Host.Scripting.Directives;

namespace Seq2Seq.Host.Scripting;

/// <summary>Turns what ended a cell into a report that names the cell and the line, and nothing of this host's inside.</summary>
/// <remarks>Frames of the framework and line numbers outside cells are left out: a committed report stays the same on another machine.</remarks>
internal static partial class ErrorReport
{
    /// <summary>The error's name when somebody stopped the cell.</summary>
    public const string InterruptedName = "Interrupted";

    private const int MaximumFrames = 30;

    /// <summary>The report of a compiler's, a directive's or the cell's own exception.</summary>
    public static ErrorOutput Of(Exception exception, string cell) => exception switch
    {
        CompilationException compilation => OfCompilation(compilation),
        DirectiveException directive => new ErrorOutput("DirectiveError", directive.Message,
            [$"{cell}: line {directive.Line}", .. $"DirectiveError: {directive.Message}".ReplaceLineEndings("\n").Split('\n')]),
        TargetInvocationException { InnerException: { } inner } => Of(inner, cell),
        _ => OfException(exception, cell),
    };

    /// <summary>The report of a cell that somebody stopped.</summary>
    public static ErrorOutput Interrupted(string cell) => new(InterruptedName, "The cell was interrupted.", [$"{cell}: The cell was interrupted."]);

    private static ErrorOutput OfCompilation(CompilationException exception)
    {
        var lines = new List<string>();
        foreach (var error in exception.Errors.Take(20))
        {
            var span = error.Location.GetMappedLineSpan();
            var start = span.StartLinePosition;
            lines.Add(error.Location.IsInSource
                ? $"{span.Path}: line {start.Line + 1}, column {start.Character + 1}: error {error.Id}: {error.GetMessage(System.Globalization.CultureInfo.InvariantCulture)}"
                : $"error {error.Id}: {error.GetMessage(System.Globalization.CultureInfo.InvariantCulture)}");
            if (!error.Location.IsInSource) continue;
            var text = error.Location.SourceTree!.GetText();
            var line = text.Lines[error.Location.GetLineSpan().StartLinePosition.Line].ToString();
            if (line.Length > 160) continue;
            var width = Math.Clamp(error.Location.SourceSpan.Length, 1, Math.Max(1, line.Length - start.Character));
            lines.Add("    " + line);
            lines.Add("    " + new string([.. line.Take(start.Character).Select(character => character == '\t' ? '\t' : ' ')]) + new string('^', width));
        }
        if (exception.Errors.Length > 20) lines.Add($"... and {exception.Errors.Length - 20} more errors");
        var first = exception.Errors[0];
        var place = first.Location.GetMappedLineSpan().StartLinePosition;
        var value = $"({place.Line + 1},{place.Character + 1}): error {first.Id}: {first.GetMessage(System.Globalization.CultureInfo.InvariantCulture)}";
        return new ErrorOutput("CompilationError", value, lines);
    }

    private static ErrorOutput OfException(Exception exception, string cell)
    {
        var place = Frames(exception).FirstOrDefault(frame => frame.Line > 0);
        var lines = new List<string> { place.Line > 0 ? $"{place.Cell}: line {place.Line}" : cell };
        Describe(exception, "", lines, 0);
        return new ErrorOutput(TypeName(exception), Message(exception), lines);
    }

    private static void Describe(Exception exception, string prefix, List<string> lines, int depth)
    {
        var message = $"{prefix}{TypeName(exception)}: {Message(exception)}".Split('\n');
        lines.AddRange(message.Select(line => line.TrimEnd('\r')));
        var frames = Frames(exception).ToArray();
        foreach (var frame in frames.Take(MaximumFrames))
            lines.Add(frame.Line > 0 ? $"   at {frame.Method}{frame.Cell}: line {frame.Line}" : $"   at {frame.Method}{frame.Cell}");
        if (frames.Length > MaximumFrames) lines.Add($"   ... {frames.Length - MaximumFrames} more");
        if (depth > 5) return;
        if (exception is AggregateException aggregate)
        {
            foreach (var inner in aggregate.InnerExceptions.Take(5)) Describe(inner, " ---> ", lines, depth + 1);
        }
        else if (exception.InnerException is { } inner)
        {
            Describe(inner, " ---> ", lines, depth + 1);
        }
    }

    private static IEnumerable<(string Method, string Cell, int Line)> Frames(Exception exception)
    {
        var trace = new StackTrace(exception, fNeedFileInfo: true);
        foreach (var frame in trace.GetFrames())
        {
            var method = frame.GetMethod();
            var type = method?.DeclaringType;
            var outer = type;
            while (outer?.DeclaringType is { } next) outer = next;
            var isCell = outer is not null && outer.Assembly.GetName().Name?.StartsWith("cells-", StringComparison.Ordinal) == true;
            if (type is null || method is null) continue;
            if (isCell)
            {
                var name = CellMethod(type, method);
                if (name is null) continue;
                var place = LateLines.Find(frame, exception);
                yield return (name.Length == 0 ? "" : name + " in ", place.Cell, place.Line);
            }
            else
            {
                var space = type.Namespace ?? "";
                if (space.StartsWith("System", StringComparison.Ordinal) || space.StartsWith("Internal.", StringComparison.Ordinal) || space.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal)) continue;
                if (outer!.Assembly == typeof(ErrorReport).Assembly) continue;
                yield return (Readable(type, method), "", 0);
            }
        }
    }

    // "" is the cell's own text, null a part the compiler made for itself.
    private static string? CellMethod(Type type, MethodBase method)
    {
        var compiled = method.Name is "MoveNext" ? type.Name : method.Name;
        if (compiled is "<Factory>" or "<Main>") return null;
        if (compiled.StartsWith("<<Initialize>>", StringComparison.Ordinal) || compiled == "<Initialize>") return compiled.Contains("b__", StringComparison.Ordinal) ? "a lambda" : "";
        return Readable(type, method);
    }

    private static string Readable(Type type, MethodBase method)
    {
        var name = method.Name;
        var owner = type;
        if (name == "MoveNext" && Inner().Match(type.Name) is { Success: true } machine)
        {
            name = machine.Groups[1].Value;
            owner = type.DeclaringType ?? type;
        }
        while (owner.Name.StartsWith('<') && owner.DeclaringType is { } declaring) owner = declaring;
        if (name.StartsWith("<<Initialize>>", StringComparison.Ordinal)) name = "a lambda";
        else if (Local().Match(name) is { Success: true } local) name = local.Groups[1].Value;
        else if (Inner().Match(name) is { Success: true } lambda) name = "a lambda in " + lambda.Groups[1].Value;
        var parameters = method.Name == "MoveNext" ? "" : string.Join(", ", method.GetParameters().Select(parameter => $"{TypeNames.Short(parameter.ParameterType)} {parameter.Name}"));
        var inCells = owner.Assembly.GetName().Name!.StartsWith("cells-", StringComparison.Ordinal);
        var place = inCells && owner.DeclaringType is null ? "" : (inCells ? TypeNames.Short(owner) : owner.FullName ?? owner.Name) + ".";
        if (name == ".ctor") return $"new {place.TrimEnd('.')}({parameters})";
        return $"{place}{name}({parameters})";
    }

    private static string TypeName(Exception exception) => TypeNames.Short(exception.GetType());

    private static string Message(Exception exception)
    {
        try
        {
            return exception.Message;
        }
#pragma warning disable CA1031 // The cell's own exception class may throw from Message.
        catch (Exception other)
#pragma warning restore CA1031
        {
            return $"(its Message throws {other.GetType().Name})";
        }
    }

    [GeneratedRegex("^<([^>]+)>")]
    private static partial Regex Inner();

    // <Outer>g__Local|0_1
    [GeneratedRegex(@"g__([^|]+)\|")]
    private static partial Regex Local();
}
