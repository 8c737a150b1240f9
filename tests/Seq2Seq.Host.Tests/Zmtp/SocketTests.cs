using System.Net;
using System.Text;

namespace Seq2Seq.Host.Zmtp;

public sealed class SocketTests
{
    private static readonly IPEndPoint AnyPort = new(IPAddress.Loopback, 0);

    [Fact]
    public void ROUTER_tells_its_peers_apart_by_the_identity_they_gave()
    {
        RouterSocket? server = null;
        server = new RouterSocket(AnyPort, "test", (identity, frames) => server!.Send(identity, [identity, .. frames]), _ => { });
        using var owned = server;
        using var anna = RawPeer.Connect(server.EndPoint, "DEALER", "anna");
        using var bert = RawPeer.Connect(server.EndPoint, "DEALER", "bert");

        anna.SendMessage("one"u8.ToArray());
        bert.SendMessage("two"u8.ToArray());

        Assert.Equal(["anna", "one"], anna.Receive().Select(Encoding.UTF8.GetString));
        Assert.Equal(["bert", "two"], bert.Receive().Select(Encoding.UTF8.GetString));
    }

    [Fact]
    public void ROUTER_invents_an_identity_that_begins_with_zero()
    {
        RouterSocket? server = null;
        server = new RouterSocket(AnyPort, "test", (identity, frames) => server!.Send(identity, [identity]), _ => { });
        using var owned = server;
        using var nameless = RawPeer.Connect(server.EndPoint, "REQ");

        nameless.SendMessage([1]);

        var invented = Assert.Single(nameless.Receive());
        Assert.Equal(5, invented.Length);
        Assert.Equal(0, invented[0]);
    }

    [Fact]
    public void ROUTER_gives_an_identity_to_the_newest_connection_and_closes_the_old_one()
    {
        using var server = new RouterSocket(AnyPort, "test", (_, _) => { }, _ => { });
        using var old = RawPeer.Connect(server.EndPoint, "DEALER", "same");
        Eventually(() => server.Send("same"u8.ToArray(), ["to the old"u8.ToArray()]));
        Assert.Equal("to the old", Encoding.UTF8.GetString(old.Receive()[0]));

        using var fresh = RawPeer.Connect(server.EndPoint, "DEALER", "same");

        Assert.True(old.IsClosedByServer());
        Eventually(() => server.Send("same"u8.ToArray(), ["to the new"u8.ToArray()]));
        Assert.Equal("to the new", Encoding.UTF8.GetString(fresh.Receive()[0]));
    }

    [Fact]
    public void ROUTER_drops_what_is_for_nobody()
    {
        using var server = new RouterSocket(AnyPort, "test", (_, _) => { }, _ => { });

        Assert.False(server.Send("nobody"u8.ToArray(), [[1]]));
    }

    [Fact]
    public void REP_echoes_every_frame()
    {
        using var server = new EchoSocket(AnyPort, "test", _ => { });
        using var client = RawPeer.Connect(server.EndPoint, "REQ");

        // Seen on the wire from libzmq: an empty delimiter, then the body.
        client.Send(Wire.Bytes("01 00 00 09 \"ping-body\""));

        Assert.Equal([[], Wire.Bytes("\"ping-body\"")], client.Receive());
    }

    [Theory]
    [InlineData("04 0a 09 \"SUBSCRIBE\"", true)]
    [InlineData("04 0e 09 \"SUBSCRIBE\" \"news\"", true)]
    [InlineData("04 0f 09 \"SUBSCRIBE\" \"other\"", false)]
    [InlineData("00 01 01", true)]
    [InlineData("00 05 01 \"news\"", true)]
    [InlineData("00 05 01 \"news\" 00 05 00 \"news\"", false)]
    [InlineData("04 0a 09 \"SUBSCRIBE\" 04 07 06 \"CANCEL\"", false)]
    [InlineData("04 0a 09 \"SUBSCRIBE\" 04 0a 09 \"SUBSCRIBE\" 04 07 06 \"CANCEL\"", false)]
    [InlineData("04 07 06 \"CANCEL\" 04 0a 09 \"SUBSCRIBE\"", true)]
    [InlineData("", false)]
    public void PUB_sends_what_was_subscribed_to_and_nothing_else(string subscription, bool isWanted)
    {
        using var server = new PublisherSocket(AnyPort, "test", _ => { });
        using var client = RawPeer.Connect(server.EndPoint, "SUB");

        // The PONG says that all before it has been read.
        client.Send([.. Wire.Bytes(subscription), .. Wire.Bytes("04 07 04 \"PING\" 00 00")]);
        Assert.True(client.HasInput(5000));
        server.Publish(["news.today"u8.ToArray(), [7]]);

        if (isWanted)
        {
            Assert.Equal([7], client.Receive()[1]);
        }
        else
        {
            server.Drain(TimeSpan.FromSeconds(1));
            var pong = new byte[7];
            client.ReadReady();
            Assert.False(client.HasInput(100));
        }
    }

    [Fact]
    public void PUB_waits_for_nobody_and_loses_only_for_the_one_who_does_not_read()
    {
        using var server = new PublisherSocket(AnyPort, "test", _ => { }, outboxBytes: 4 << 20);
        using var lazy = RawPeer.Connect(server.EndPoint, "SUB");
        using var busy = RawPeer.Connect(server.EndPoint, "SUB");
        foreach (var peer in new[] { lazy, busy })
        {
            peer.Send(Wire.Bytes("04 0a 09 \"SUBSCRIBE\" 04 07 04 \"PING\" 00 00"));
            Assert.True(peer.HasInput(5000));
        }

        const int Messages = 200;
        var body = new byte[256 << 10];
        var got = 0;
        var reading = new Thread(() =>
        {
            for (; got < Messages; got++)
                busy.Receive();
        });
        reading.Start();
        for (var sent = 1; sent <= Messages; sent++)
        {
            server.Publish([[1], body]);
            SpinWait.SpinUntil(() => got >= sent, 5000);
        }

        Assert.True(reading.Join(10_000));
        Assert.Equal(Messages, got);
        Assert.False(server.Drain(TimeSpan.FromMilliseconds(50)), "the lazy one should still have something waiting");
    }

    [Theory]
    [InlineData("PUSH", "A REP socket takes REQ, DEALER peers, this one is of another type.")]
    [InlineData("SUB", "A REP socket takes REQ, DEALER peers, this one is of another type.")]
    public void A_peer_of_the_wrong_type_is_sent_away(string socketType, string message)
    {
        var log = new List<string>();
        using var server = new EchoSocket(AnyPort, "test", line => { lock (log) log.Add(line); });
        using var client = RawPeer.Greeted(server.EndPoint);

        client.Send(RawPeer.Ready(socketType));

        Assert.True(client.IsClosedByServer());
        Eventually(() => server.ConnectionCount == 0);
        lock (log)
            Assert.Equal([$"test: connection closed. {message}"], log);
    }

    [Fact]
    public void A_message_before_READY_ends_the_connection()
    {
        using var server = new EchoSocket(AnyPort, "test", _ => { });
        using var client = RawPeer.Greeted(server.EndPoint);

        client.Send(Wire.Bytes("00 05 \"early\""));

        Assert.True(client.IsClosedByServer());
    }

    [Fact]
    public void Dropped_connections_leave_nothing_behind()
    {
        using var server = new EchoSocket(AnyPort, "test", _ => { });
        for (var round = 0; round < 60; round++)
        {
            var peer = (round % 3) switch
            {
                0 => RawPeer.Silent(server.EndPoint),
                1 => RawPeer.Greeted(server.EndPoint),
                _ => RawPeer.Connect(server.EndPoint, "REQ"),
            };
            if (round % 2 == 0)
                peer.Reset();
            peer.Dispose();
        }

        Eventually(() => server.ConnectionCount == 0);
    }

    [Fact]
    public void A_closed_port_can_be_bound_again_at_once()
    {
        IPEndPoint endPoint;
        using (var first = new EchoSocket(AnyPort, "test", _ => { }))
        {
            endPoint = first.EndPoint;
            using var client = RawPeer.Connect(endPoint, "REQ");
        }

        using var second = new EchoSocket(endPoint, "test", _ => { });
        using var again = RawPeer.Connect(endPoint, "REQ");
        again.SendMessage([], [5]);
        Assert.Equal([5], again.Receive()[1]);
    }

    internal static void Eventually(Func<bool> condition, int milliseconds = 10_000) =>
        Assert.True(SpinWait.SpinUntil(condition, milliseconds), $"the condition did not come true within {milliseconds} ms");
}
