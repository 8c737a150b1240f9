using System.Diagnostics;
using System.Net.NetworkInformation;
using Seq2Seq.Host.Running;

namespace Seq2Seq.Host.Jupyter;

/// <summary>The kernel as the process it is in use.</summary>
[Collection(JupyterClients.Name)]
public sealed class KernelProcessTests : IDisposable
{
    private readonly string _runtime = Directory.CreateTempSubdirectory("kernel-").FullName;
    private readonly Process _process;
    private readonly string _file;
    private readonly ConnectionInfo _connection;

    public KernelProcessTests()
    {
        var start = new ProcessStartInfo(DotnetHost.Path, [JupyterInstallation.Program, "jupyter", "start"]) { RedirectStandardOutput = true };
        start.Environment["JUPYTER_RUNTIME_DIR"] = _runtime;
        _process = Process.Start(start)!;
        Assert.StartsWith("The kernel listens. Connect with: jupyter console --existing ", _process.StandardOutput.ReadLine(), StringComparison.Ordinal);
        _file = Directory.GetFiles(_runtime).Single();
        _connection = ConnectionFile.Read(_file, line => Assert.Fail(line));
    }

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
        Directory.Delete(_runtime, recursive: true);
    }

    [Fact]
    public void An_idle_kernel_uses_no_processor_time()
    {
        using var client = new FakeClient(_connection) { Key = _connection.Key };
        Assert.Equal("ok", client.Run("6 * 7").Reply.Text("status"));

        // The runtime goes on optimising for a moment after a cell.
        var least = TimeSpan.MaxValue;
        for (var attempt = 0; attempt < 6 && least > TimeSpan.FromMilliseconds(20); attempt++)
        {
            _process.Refresh();
            var before = _process.TotalProcessorTime;
            Thread.Sleep(2000);
            _process.Refresh();
            least = _process.TotalProcessorTime - before < least ? _process.TotalProcessorTime - before : least;
        }

        Assert.InRange(least, TimeSpan.Zero, TimeSpan.FromMilliseconds(20));
    }

    [Fact]
    public void It_listens_on_the_loopback_address_only()
    {
        int[] ports = [_connection.ShellPort, _connection.ControlPort, _connection.StdinPort, _connection.IoPubPort, _connection.HeartbeatPort];

        var listeners = IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners().Where(listener => ports.Contains(listener.Port)).ToList();

        Assert.Equal(ports.Order(), listeners.Select(listener => listener.Port).Order());
        Assert.All(listeners, listener => Assert.True(System.Net.IPAddress.IsLoopback(listener.Address), listener.ToString()));
    }

    [Fact]
    public void It_takes_its_connection_file_away_when_it_ends()
    {
        using var client = new FakeClient(_connection) { Key = _connection.Key };

        Assert.Equal("shutdown_reply", client.Ask("shutdown_request", """{"restart":false}""", "control").Reply.Kind);

        Assert.True(_process.WaitForExit(10_000));
        Assert.Equal(0, _process.ExitCode);
        Assert.Empty(Directory.GetFiles(_runtime));
    }
}
