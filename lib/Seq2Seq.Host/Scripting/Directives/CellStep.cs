namespace Seq2Seq.Host.Scripting.Directives;

/// <summary>One thing a cell asks for; a cell is a list of them, in order.</summary>
internal abstract record CellStep;

/// <summary>C# to run. Lines that belong to other steps are blank in it, so that line numbers are the cell's own.</summary>
internal sealed record CSharpStep(string Code) : CellStep;

/// <summary>Text to show as it is.</summary>
internal sealed record ContentStep(string MimeType, string Text) : CellStep;

/// <summary><c>#r "path"</c>, as it stands between the quotes.</summary>
internal sealed record ReferenceStep(string Path, int Line) : CellStep;

/// <summary><c>#r "nuget:Name, Version"</c>; no version means the newest.</summary>
internal sealed record PackageStep(string Name, string? Version, int Line) : CellStep;

/// <summary><c>#i "nuget:source"</c>: a further package source.</summary>
internal sealed record PackageSourceStep(string Source) : CellStep;

/// <summary><c>#!import file</c>.</summary>
internal sealed record ImportStep(string Path, int Line) : CellStep;

/// <summary><c>#!time</c>: says how long what follows took.</summary>
internal sealed record TimeStep : CellStep;

/// <summary><c>#!who</c> and <c>#!whos</c>: the session's variables, without and with their values.</summary>
internal sealed record WhoStep(bool WithValues) : CellStep;

/// <summary><c>#!lsmagic</c>: the directives there are.</summary>
internal sealed record ListDirectivesStep : CellStep;
