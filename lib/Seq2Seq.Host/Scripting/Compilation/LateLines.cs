using System.Diagnostics;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Seq2Seq.Host.Scripting.Compilation;

/// <summary>The lines of cells that the runtime can't tell, made when a trace asks for them.</summary>
internal static class LateLines
{
    private static readonly ConditionalWeakTable<Assembly, CSharpCompilation> submissions = [];

    /// <summary>Notes what an assembly was compiled from.</summary>
    public static void Add(Assembly assembly, CSharpCompilation submission) => submissions.Add(assembly, submission);

    /// <summary>The cell a frame belongs to and the line, 0 if nobody knows.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="exception">What was thrown.</param>
    public static (string Cell, int Line) Find(StackFrame frame, Exception exception)
    {
        if (frame.GetFileLineNumber() is var known and > 0) return (Path.GetFileName(frame.GetFileName() ?? ""), known);
        return frame.GetMethod() is { } method && submissions.TryGetValue(method.Module.Assembly, out var submission)
            ? (submission.SyntaxTrees[0].FilePath, Line(frame, method, submission, exception))
            : ("", 0);
    }

    private static int Line(StackFrame frame, MethodBase method, CSharpCompilation submission, Exception exception)
    {
        // The same text compiled again gives the same methods.
        if (SubmissionCompiler.Emit(submission, withSymbols: true, CancellationToken.None) is not (_, { } symbols)) return 0;
        using var provider = MetadataReaderProvider.FromPortablePdbStream(symbols);
        var points = provider.GetMetadataReader().GetMethodDebugInformation((MethodDefinitionHandle)MetadataTokens.Handle(method.MetadataToken))
            .GetSequencePoints().Where(point => !point.IsHidden).ToArray();
        if (frame.GetILOffset() is var offset and >= 0 && points.LastOrDefault(point => point.Offset <= offset).StartLine is var line and > 0) return line;
        // In optimised code all range checks of a method share one place that throws: only where one statement has them it is known which.
        if (exception is not IndexOutOfRangeException) return 0;
        var lines = points.SelectMany(point => ArrayAccesses(submission, point)).Distinct().ToArray();
        return lines is [var only] ? only : 0;
    }

    private static IEnumerable<int> ArrayAccesses(CSharpCompilation submission, SequencePoint point)
    {
        var tree = submission.SyntaxTrees[0];
        var lines = tree.GetText().Lines;
        // A #line directive may say anything.
        if (point.EndLine > lines.Count) return [];
        var from = lines[point.StartLine - 1].Start + point.StartColumn - 1;
        var to = lines[point.EndLine - 1].Start + point.EndColumn - 1;
        var model = submission.GetSemanticModel(tree);
        return tree.GetRoot().DescendantNodes().OfType<ElementAccessExpressionSyntax>()
            .Where(access => access.SpanStart >= from && access.Span.End <= to && model.GetTypeInfo(access.Expression).Type is IArrayTypeSymbol)
            .Select(access => tree.GetLineSpan(access.Span).StartLinePosition.Line + 1);
    }
}
