using System.Text;

namespace Seq2Seq.Host.Jupyter;

public sealed class MessageCodecTests
{
    private static readonly byte[][] Parts =
    [
        "{\"msg_id\":\"1\",\"msg_type\":\"kernel_info_request\"}"u8.ToArray(), "{}"u8.ToArray(), "{}"u8.ToArray(), "{\"n\":\"汉\"}"u8.ToArray(),
    ];

    private static readonly MessageSigner Signer = new("a-key");
    private static readonly MessageCodec Codec = new(Signer, new FixedTime());

    // Computed with Python's hmac module.
    [Fact]
    public void The_signature_is_what_Python_computes() =>
        Assert.Equal("d34094141f34c99c7be4a5ba47d2a9a5ccadb36b2eca99d6d6d02b0ddeed0d94", Encoding.ASCII.GetString(Signer.Sign(Parts)));

    [Fact]
    public void A_good_message_is_read_with_its_route()
    {
        var message = Codec.Decode([[9], "<IDS|MSG>"u8.ToArray(), Signer.Sign(Parts), .. Parts, "a buffer"u8.ToArray()]);

        Assert.Equal([[9]], message.Route);
        Assert.Equal(("1", "kernel_info_request"), (message.Id, message.Kind));
        Assert.Equal(Parts[0], message.HeaderJson);
        Assert.Equal("汉", new Fields(message.Content, "content").Text("n"));
    }

    [Fact]
    public void Any_changed_byte_spoils_the_signature()
    {
        for (var part = 0; part < Parts.Length; part++)
        {
            byte[][] changed = [.. Parts.Select(bytes => bytes.ToArray())];
            changed[part][0] ^= 1;
            Refused("A message has a wrong signature.", ["<IDS|MSG>"u8.ToArray(), Signer.Sign(Parts), .. changed]);
        }

        Refused("A message has a wrong signature.", ["<IDS|MSG>"u8.ToArray(), [], .. Parts]);
        Refused("A message has a wrong signature.", ["<IDS|MSG>"u8.ToArray(), Encoding.ASCII.GetBytes(new string('0', 64)), .. Parts]);
    }

    [Fact]
    public void Without_a_key_nothing_is_signed_and_nothing_is_asked_for()
    {
        var open = new MessageCodec(new MessageSigner(""), TimeProvider.System);

        Assert.Empty(new MessageSigner("").Sign(Parts));
        Assert.Equal("1", open.Decode(["<IDS|MSG>"u8.ToArray(), [], .. Parts]).Id);
        Assert.Equal("1", open.Decode(["<IDS|MSG>"u8.ToArray(), "anything"u8.ToArray(), .. Parts]).Id);
    }

    [Fact]
    public void What_is_not_a_message_is_refused()
    {
        Refused("A message of 0 frames has no <IDS|MSG> delimiter.", []);
        Refused("A message of 2 frames has no <IDS|MSG> delimiter.", [[], []]);
        Refused("A message has 0 frames after its delimiter, 5 are needed.", ["<IDS|MSG>"u8.ToArray()]);
        Refused("A message has 4 frames after its delimiter, 5 are needed.", ["<IDS|MSG>"u8.ToArray(), [], .. Parts[..3]]);
        RefusedParts("A message's header is not JSON.", "not json", "{}", "{}", "{}");
        RefusedParts("A message's header is not JSON.", "", "", "", "");
        RefusedParts("A message's header is a JSON Array, an object is expected.", "[]", "[]", "[]", "[]");
        RefusedParts("A message's header is a JSON Null, an object is expected.", "null", "null", "null", "null");
        RefusedParts("The header has no msg_id.", "{}", "{}", "{}", "{}");
        RefusedParts("The header has no msg_type.", "{\"msg_id\":\"1\"}", "{}", "{}", "{}");
        RefusedParts("The header's msg_id is not a text.", "{\"msg_id\":1}", "{}", "{}", "{}");
        RefusedParts("The header's msg_id is not a text of valid Unicode.", "{\"msg_id\":\"\\ud800\"}", "{}", "{}", "{}");
        RefusedParts("A message's parent header is a JSON Number, an object is expected.", "{}", "1", "{}", "{}");
        RefusedParts("A message's metadata is not JSON.", "{}", "{}", "{", "{}");
        RefusedParts("A message's content is not JSON.", "{}", "{}", "{}", new string('[', 20_000));
        RefusedParts("A header has 70000 bytes, at most 65536 are taken.", new string(' ', 70_000), "{}", "{}", "{}");
    }

    [Fact]
    public void Ours_has_a_header_Python_can_read()
    {
        var frames = Codec.Encode([[7]], "status", Parts[0], json => json.WriteString("text", "汉😀\ud800"));

        Assert.Equal([7], frames[0]);
        Assert.Equal("<IDS|MSG>"u8.ToArray(), frames[1]);
        Assert.Equal(Signer.Sign(frames.ToArray().AsSpan(3)), frames[2]);
        Assert.Matches("""^\{"msg_id":"[0-9a-f]{32}_[0-9]+","msg_type":"status","username":"kernel","session":"[0-9a-f]{32}","date":"2026-01-02T03:04:05.678900Z","version":"5.3"\}$""",
            Encoding.UTF8.GetString(frames[3]));
        Assert.Equal(Parts[0], frames[4]);
        Assert.Equal("{}", Encoding.UTF8.GetString(frames[5]));
        Assert.Equal("汉😀\ufffd", new Fields(System.Text.Json.JsonElement.Parse(frames[6]), "content").Text("text"));
    }

    private static void RefusedParts(string message, params string[] parts)
    {
        byte[][] bytes = [.. parts.Select(Encoding.UTF8.GetBytes)];
        Refused(message, ["<IDS|MSG>"u8.ToArray(), Signer.Sign(bytes), .. bytes]);
    }

    private static void Refused(string message, byte[][] frames) =>
        Assert.Equal(message, Assert.Throws<BadMessageException>(() => Codec.Decode(frames)).Message);

    private sealed class FixedTime : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new DateTimeOffset(2026, 1, 2, 3, 4, 5, 678, TimeSpan.Zero).AddTicks(9000);
    }
}
