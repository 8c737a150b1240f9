using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Seq2Seq.Host.Jupyter;

/// <summary>Frames to messages and back: delimiter, signature, header, parent header, metadata, content.</summary>
internal sealed class MessageCodec(MessageSigner signer, TimeProvider clock)
{
    /// <summary>The protocol version we speak.</summary>
    public const string ProtocolVersion = "5.3";

    private const int SignedFrames = 4;

    // A header comes back in every message that answers it, so its size is bounded.
    private const int LongestHeader = 64 << 10;

    private static readonly byte[] EmptyObject = "{}"u8.ToArray();

    // .NET's "o" has seven fractional digits, Python reads six.
    private const string DateFormat = "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'";

    private static readonly JsonWriterOptions WriterOptions = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    private readonly string _session = Guid.NewGuid().ToString("N");
    private long _sent;

    /// <summary>The frame that parts routing from message.</summary>
    public static ReadOnlySpan<byte> Delimiter => "<IDS|MSG>"u8;

    /// <summary>Checks and reads what came; <see cref="BadMessageException"/> for anything that is not right.</summary>
    public Message Decode(IReadOnlyList<byte[]> frames)
    {
        var delimiter = 0;
        while (delimiter < frames.Count && !Delimiter.SequenceEqual(frames[delimiter]))
            delimiter++;
        if (delimiter == frames.Count)
            throw new BadMessageException($"A message of {frames.Count} frames has no <IDS|MSG> delimiter.");
        if (frames.Count < delimiter + 2 + SignedFrames)
            throw new BadMessageException(
                $"A message has {frames.Count - delimiter - 1} frames after its delimiter, {1 + SignedFrames} are needed.");

        byte[][] parts = [frames[delimiter + 2], frames[delimiter + 3], frames[delimiter + 4], frames[delimiter + 5]];
        if (!signer.Verify(frames[delimiter + 1], parts))
            throw new BadMessageException("A message has a wrong signature.");
        if (parts[0].Length > LongestHeader)
            throw new BadMessageException($"A header has {parts[0].Length} bytes, at most {LongestHeader} are taken.");

        var header = Object(parts[0], "header");
        Object(parts[1], "parent header");
        Object(parts[2], "metadata");
        var content = Object(parts[3], "content");
        var fields = new Fields(header, "header");
        return new Message([.. frames.Take(delimiter)], parts[0], fields.RequiredText("msg_id"), fields.RequiredText("msg_type"), content);
    }

    /// <summary>The frames of a message of ours; <paramref name="parentHeader"/> null where nothing is answered.</summary>
    public List<byte[]> Encode(IEnumerable<byte[]> route, string kind, byte[]? parentHeader, Action<Utf8JsonWriter> content)
    {
        byte[][] parts = [Header(kind), parentHeader ?? EmptyObject, EmptyObject, Write(content)];
        return [.. route, Delimiter.ToArray(), signer.Sign(parts), .. parts];
    }

    /// <summary>JSON as bytes, characters beyond ASCII as they are.</summary>
    public static byte[] Write(Action<Utf8JsonWriter> content)
    {
        var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, WriterOptions))
        {
            json.WriteStartObject();
            content(json);
            json.WriteEndObject();
        }

        return stream.ToArray();
    }

    // Nothing in a header of ours needs escaping.
    private byte[] Header(string kind)
    {
        var number = Interlocked.Increment(ref _sent).ToString(CultureInfo.InvariantCulture);
        var date = clock.GetUtcNow().UtcDateTime.ToString(DateFormat, CultureInfo.InvariantCulture);
        return Encoding.ASCII.GetBytes(
            $$"""{"msg_id":"{{_session}}_{{number}}","msg_type":"{{kind}}","username":"kernel","session":"{{_session}}","date":"{{date}}","version":"{{ProtocolVersion}}"}""");
    }

    private static JsonElement Object(byte[] json, string part)
    {
        try
        {
            var element = JsonElement.Parse(json);
            return element.ValueKind == JsonValueKind.Object
                ? element
                : throw new BadMessageException($"A message's {part} is a JSON {element.ValueKind}, an object is expected.");
        }
        catch (JsonException)
        {
            throw new BadMessageException($"A message's {part} is not JSON.");
        }
    }
}
