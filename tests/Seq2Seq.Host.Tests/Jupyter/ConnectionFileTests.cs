using System.Net;
using System.Text;

namespace Seq2Seq.Host.Jupyter;

public sealed class ConnectionFileTests : IDisposable
{
    private const string Good = """
        {"shell_port":1,"iopub_port":2,"stdin_port":3,"control_port":4,"hb_port":5,"ip":"127.0.0.1","key":"k","transport":"tcp","signature_scheme":"hmac-sha256"}
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("connection-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_client_s_file_is_read()
    {
        Assert.Equal(new ConnectionInfo(IPAddress.Loopback, 1, 4, 3, 2, 5, "k"), Parse(Good));
        Assert.Equal(IPAddress.Loopback, Parse(Good.Replace("127.0.0.1", "localhost", StringComparison.Ordinal)).Address);
    }

    [Theory]
    [InlineData("nonsense", "nonsense", "The connection file x.json is not JSON: 'nonsense' is an invalid JSON literal. Expected the literal 'null'. LineNumber: 0 | BytePositionInLine: 1.")]
    [InlineData("nonsense", "[]", "The connection file x.json holds a JSON Array, an object is expected.")]
    [InlineData("\"tcp\"", "\"ipc\"", "The connection file x.json asks for the transport 'ipc', only 'tcp' is offered.")]
    [InlineData("sha256", "md5", "The connection file x.json asks for signatures by 'hmac-md5', only 'hmac-sha256' is offered.")]
    [InlineData("\"hb_port\":5,", "", "The connection file x.json has no hb_port; it should name five ports.")]
    [InlineData("\"hb_port\":5", "\"hb_port\":70000", "The connection file x.json holds hb_port = 70000, a port from 0 to 65535 is expected.")]
    [InlineData("\"k\"", "7", "The connection file x.json holds key = 7, a text is expected.")]
    [InlineData("127.0.0.1", "nowhere", "The connection file x.json holds ip = 'nowhere', an address such as 127.0.0.1 is expected.")]
    [InlineData("127.0.0.1", "0.0.0.0", "The connection file x.json asks to listen on 0.0.0.0. A kernel runs any code it is sent, so this one listens on 127.0.0.1 only: start Jupyter on the same machine, or use an SSH tunnel.")]
    public void A_file_we_can_t_serve_is_refused_with_the_reason(string old, string changed, string message)
    {
        var json = old == "nonsense" ? changed : Good.Replace(old, changed, StringComparison.Ordinal);

        Assert.Equal(message, Assert.Throws<JupyterException>(() => Parse(json)).Message);
    }

    [Fact]
    public void A_missing_file_is_named()
    {
        var path = Path.Combine(_folder, "none.json");

        var error = Assert.Throws<JupyterException>(() => ConnectionFile.Read(path, _ => { }));

        Assert.Equal($"The connection file {path} can't be read: Could not find file '{path}'.", error.Message);
    }

    [Fact]
    public void Ours_can_be_read_by_its_owner_only_and_says_what_it_was_told()
    {
        var path = Path.Combine(_folder, "deep", "kernel.json");
        var connection = new ConnectionInfo(IPAddress.Loopback, 1, 2, 3, 4, 5, "key");

        ConnectionFile.Write(path, connection, ".net-csharp");

        Assert.Equal(connection, ConnectionFile.Read(path, line => Assert.Fail(line)));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
    }

    [Fact]
    public void A_file_open_to_others_is_closed_to_them()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has no permission bits");
            return;
        }

        var path = Path.Combine(_folder, "open.json");
        File.WriteAllText(path, Good);
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
        var log = new List<string>();

        ConnectionFile.Read(path, log.Add);

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
        Assert.Equal([$"The connection file {path} was open to other users; it is now readable by its owner only."], log);
    }

    private static ConnectionInfo Parse(string json) => ConnectionInfo.Parse(Encoding.UTF8.GetBytes(json), "x.json");
}
