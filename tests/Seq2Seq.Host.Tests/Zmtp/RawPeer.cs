using System.Net;
using System.Net.Sockets;

namespace Seq2Seq.Host.Zmtp;

/// <summary>A client that speaks ZMTP by hand, as libzmq does: its bytes, not our code.</summary>
internal sealed class RawPeer : IDisposable
{
    private readonly Socket _socket;
    private readonly NetworkStream _stream;
    private readonly MessageReader _messages;

    private RawPeer(IPEndPoint endPoint)
    {
        _socket = new Socket(endPoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true, ReceiveTimeout = 10_000 };
        _socket.Connect(endPoint);
        _stream = new NetworkStream(_socket, ownsSocket: true);
        _messages = new MessageReader(new FrameReader(_stream, FrameLimits.Default), FrameLimits.Default);
    }

    public List<string> Commands { get; } = [];

    /// <summary>Connects without a word.</summary>
    public static RawPeer Silent(IPEndPoint endPoint) => new(endPoint);

    /// <summary>Connects, waits for the server's greeting and shakes hands.</summary>
    public static RawPeer Connect(IPEndPoint endPoint, string socketType, string identity = "")
    {
        var peer = Greeted(endPoint);
        peer.Send(Ready(socketType, identity));
        peer.ReadReady();
        return peer;
    }

    /// <summary>Connects and exchanges greetings, the signature first and alone, as libzmq does.</summary>
    public static RawPeer Greeted(IPEndPoint endPoint)
    {
        var peer = new RawPeer(endPoint);
        var greeting = Wire.Bytes("ff 00*7 01 7f 03 01 \"NULL\" 00*16 00 00*31");
        peer.Send(greeting[..10]);
        var theirs = new byte[Greeting.Length];
        peer._stream.ReadExactly(theirs.AsSpan(0, 10));
        peer.Send(greeting[10..11]);
        peer._stream.ReadExactly(theirs.AsSpan(10, 1));
        peer.Send(greeting[11..]);
        peer._stream.ReadExactly(theirs.AsSpan(11));
        Assert.Equal(Wire.Bytes("ff 00*8 7f 03 01 \"NULL\" 00*16 00 00*31"), theirs);
        return peer;
    }

    public static byte[] Ready(string socketType, string identity = "") => FrameWriter.Command("READY",
        Wire.Bytes($"0b \"Socket-Type\" 00 00 00 {socketType.Length:x2} \"{socketType}\" 08 \"Identity\" 00 00 00 {identity.Length:x2} \"{identity}\""));

    public void ReadReady()
    {
        var body = new byte[2];
        _stream.ReadExactly(body);
        Assert.Equal(4, body[0]);
        _stream.ReadExactly(new byte[body[1]]);
    }

    public void Send(byte[] bytes) => _socket.Send(bytes);

    public void SendMessage(params byte[][] frames) => Send(FrameWriter.Message(frames));

    public List<byte[]> Receive() => _messages.Read(command => Commands.Add(command.Name));

    /// <summary>Whether the server has closed the connection (within two seconds).</summary>
    public bool IsClosedByServer()
    {
        _socket.ReceiveTimeout = 2000;
        try
        {
            var buffer = new byte[4096];
            while (_socket.Receive(buffer) > 0)
            {
            }

            return true;
        }
        catch (SocketException error)
        {
            return error.SocketErrorCode is SocketError.ConnectionReset or SocketError.ConnectionAborted;
        }
    }

    /// <summary>Whether a byte comes within this time.</summary>
    public bool HasInput(int milliseconds) => _socket.Poll(milliseconds * 1000, SelectMode.SelectRead);

    /// <summary>Ends with a reset instead of a farewell.</summary>
    public void Reset()
    {
        _socket.LingerState = new LingerOption(true, 0);
        _socket.Dispose();
    }

    public void Dispose() => _stream.Dispose();
}
