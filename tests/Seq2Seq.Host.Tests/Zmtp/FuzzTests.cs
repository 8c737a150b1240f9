using System.Net;

namespace Seq2Seq.Host.Zmtp;

/// <summary>Damaged bytes end their own connection at most.</summary>
[Collection(Seq2Seq.Host.Tests.Alone.Name)]
public sealed class FuzzTests
{
    private const int Seed = 20_260_101;

    // What a client really sends, frame by frame, READY first.
    private static readonly byte[][] Good =
    [
        RawPeer.Ready("DEALER", "client-7"),
        RawPeer.Ready("SUB"),
        Wire.Bytes("04 0a 09 \"SUBSCRIBE\""),
        Wire.Bytes("04 10 09 \"SUBSCRIBE\" \"kernel\""),
        Wire.Bytes("04 0d 06 \"CANCEL\" \"kernel\""),
        Wire.Bytes("04 0c 04 \"PING\" 00 0a \"ctx-1\""),
        Wire.Bytes("00 01 01"),
        Wire.Bytes("01 00 00 09 \"ping-body\""),
        Wire.Bytes("01 09 \"<IDS|MSG>\""),
        Wire.Bytes("00 03 \"abc\""),
        Wire.Bytes("02 00 00 00 00 00 00 01 00 61*256"),
        Wire.Bytes("03 00 00 00 00 00 00 00 05 \"hello\""),
    ];

    [Fact]
    public void A_hundred_thousand_mutated_frames_raise_only_refusals_and_take_little_memory()
    {
        const int Frames = 100_000;
        var random = new Random(Seed);
        var limits = new FrameLimits(MessageBytes: 1 << 20, MessageFrames: 64, CommandBytes: 4096);
        var (messages, refusals, ends) = (0, 0, 0);
        var most = 0L;
        for (var fed = 0; fed < Frames;)
        {
            var count = random.Next(1, 6);
            fed += count;
            byte[] bytes = [.. Enumerable.Range(0, count).SelectMany(_ => Mutate(random))];
            var reader = new MessageReader(new FrameReader(new MemoryStream(bytes), limits), limits);
            var before = GC.GetAllocatedBytesForCurrentThread();
            try
            {
                while (true)
                {
                    reader.Read(Interpret);
                    messages++;
                }
            }
            catch (ZmtpException)
            {
                refusals++;
            }
            catch (EndOfStreamException)
            {
                ends++;
            }

            most = Math.Max(most, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        // All three happen often, so the mutations are neither too tame nor too wild.
        Assert.True(messages > 1000 && refusals > 1000 && ends > 1000, $"{messages} messages, {refusals} refusals, {ends} ends");

        // A few kilobytes came in; the first piece of a long frame and the reader's buffer are the most that is set aside.
        Assert.InRange(most, 1, 300_000);
    }

    [Fact]
    public void Live_sockets_outlast_thousands_of_mutated_connections_and_serve_others_meanwhile()
    {
        const int Connections = 3000;
        var loopback = new IPEndPoint(IPAddress.Loopback, 0);
        using var router = new RouterSocket(loopback, "router", (_, _) => { }, _ => { });
        using var publisher = new PublisherSocket(loopback, "publisher", _ => { });
        using var echo = new EchoSocket(loopback, "echo", _ => { });
        ServerSocket[] servers = [router, publisher, echo];
        using var friend = RawPeer.Connect(echo.EndPoint, "REQ");
        var random = new Random(Seed);
        var before = GC.GetTotalMemory(forceFullCollection: true);

        for (var connection = 0; connection < Connections; connection++)
        {
            var server = servers[connection % servers.Length];
            using (var peer = connection % 4 == 0 ? RawPeer.Silent(server.EndPoint) : RawPeer.Greeted(server.EndPoint))
            {
                byte[] type = connection % 2 == 0 ? RawPeer.Ready(server == publisher ? "SUB" : "DEALER") : Mutate(random);
                TrySend(peer, connection % 4 == 0 ? Mutate(random, Greeting.Ours()) : type);
                TrySend(peer, [.. Enumerable.Range(0, 12).SelectMany(_ => Mutate(random))]);
            }

            if (connection % 50 == 0)
            {
                friend.SendMessage([], [(byte)connection]);
                Assert.Equal([(byte)connection], friend.Receive()[1]);
            }
        }

        foreach (var server in servers)
            SocketTests.Eventually(() => server.ConnectionCount <= (server == echo ? 1 : 0));
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, 20 << 20);
    }

    // As the sockets read a command.
    private static void Interpret(Command command)
    {
        if (command.Name == "PING")
            command.Pong();
        else if (command.Name == "READY")
            ReadyCommand.Parse(command);
        else if (command.Name == "SUBSCRIBE")
            new SubscriptionSet().Add(command.Data.Span);
    }

    private static void TrySend(RawPeer peer, byte[] bytes)
    {
        try
        {
            peer.Send(bytes);
        }
        catch (System.Net.Sockets.SocketException)
        {
            // The server has closed the connection already: what it is there for.
        }
    }

    private static byte[] Mutate(Random random, byte[]? original = null)
    {
        var bytes = (original ?? Good[random.Next(Good.Length)]).ToList();
        for (var times = random.Next(0, 3); times > 0 && bytes.Count > 0; times--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(7))
            {
                case 0: bytes[at] ^= (byte)(1 << random.Next(8)); break;
                case 1: bytes[at] = (byte)random.Next(256); break;
                case 2: bytes.RemoveAt(at); break;
                case 3: bytes.Insert(at, (byte)random.Next(256)); break;
                case 4: bytes.RemoveRange(at, bytes.Count - at); break;
                case 5: bytes[0] = (byte)random.Next(8); break;
                default: bytes.AddRange(bytes.Skip(at).ToArray()); break;
            }
        }

        return [.. bytes];
    }
}
