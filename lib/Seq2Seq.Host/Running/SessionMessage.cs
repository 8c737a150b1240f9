using System.Text.Json;
using System.Text.Json.Serialization;
using Seq2Seq.Host.Scripting;

namespace Seq2Seq.Host.Running;

/// <summary>What runner and session process say to each other: one JSON object per line.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(RunCell), "run")]
[JsonDerivedType(typeof(InterruptCell), "interrupt")]
[JsonDerivedType(typeof(Shown), "shown")]
[JsonDerivedType(typeof(Ended), "ended")]
internal abstract record SessionMessage
{
    private static readonly JsonSerializerOptions options = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The message as one line.</summary>
    public string ToLine() => JsonSerializer.Serialize(this, options);

    /// <summary>The message on a line.</summary>
    public static SessionMessage Parse(string line) =>
        JsonSerializer.Deserialize<SessionMessage>(line, options) ?? throw new InvalidDataException("An empty message came from the session process.");
}

/// <summary>To the session: run this cell.</summary>
internal sealed record RunCell(string Code, string Name) : SessionMessage;

/// <summary>To the session: stop the running cell.</summary>
internal sealed record InterruptCell : SessionMessage;

/// <summary>From the session: the cell shows this.</summary>
internal sealed record Shown(string? Stream, string? Text, string? Id, IReadOnlyDictionary<string, string>? Data, bool IsUpdate, bool IsResult,
    string? Error, IReadOnlyList<string>? Traceback) : SessionMessage
{
    public static Shown Of(CellOutput output) => output switch
    {
        StreamOutput stream => new Shown(stream.Name, stream.Text, null, null, false, false, null, null),
        DisplayOutput display => new Shown(null, null, display.Id, display.Data, display.IsUpdate, display.IsResult, null, null),
        ErrorOutput error => new Shown(null, error.Value, null, null, false, false, error.Name, error.Traceback),
        _ => throw new InvalidOperationException($"{output.GetType().Name} can't be sent."),
    };

    [JsonIgnore]
    public CellOutput Output => Stream is not null ? new StreamOutput(Stream, Text!)
        : Error is not null ? new ErrorOutput(Error, Text!, Traceback!)
        : new DisplayOutput(Id, Data!, IsUpdate, IsResult);
}

/// <summary>From the session: the cell is over.</summary>
internal sealed record Ended(CellStatus Status) : SessionMessage;
