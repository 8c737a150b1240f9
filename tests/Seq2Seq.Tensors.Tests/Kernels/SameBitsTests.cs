using System.Diagnostics;

namespace Seq2Seq.Tensors.Tests.Kernels;

/// <summary>Every kernel gives the same bits with AVX-512, with AVX2, without vectors at all, and on 1, 2 and 3 threads.</summary>
[Collection("thread count")]
public sealed class SameBitsTests
{
    private const string FileVariable = "SEQ2SEQ_TEST_HASH_FILE";

    public static TheoryData<string, string, int> Machines => new()
    {
        { "DOTNET_EnableAVX512", "Vector256", 1 },
        { "DOTNET_EnableAVX512", "Vector256", 3 },
        { "DOTNET_EnableAVX2", "Vector128", 2 },
        { "DOTNET_EnableHWIntrinsic", "none", 1 },
        { "none", "any", 2 },
        { "none", "any", 3 },
    };

    [Theory]
    [MemberData(nameof(Machines))]
    public void Hashes_of_all_outputs_are_those_of_this_process_on_one_thread(string switchedOff, string widest, int threads)
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable(FileVariable) == null, "runs the children, is not one");
        var before = Workers.ThreadCount;
        Workers.ThreadCount = 1;
        var expected = KernelHashes.All();
        Workers.ThreadCount = before;

        var lines = RunChild(switchedOff, threads);

        if (widest != "any")
            Assert.Equal(widest, lines[0]);
        Assert.Equal(expected, lines[1..]);
    }

    [Fact]
    public void Child_process_writes_its_hashes()
    {
        var file = Environment.GetEnvironmentVariable(FileVariable);
        Assert.SkipUnless(file != null, "only as a child of the test above");
        File.WriteAllLines(file!, [Widest(), .. KernelHashes.All()]);
    }

    private static string Widest() =>
        System.Runtime.Intrinsics.Vector512.IsHardwareAccelerated ? "Vector512"
        : System.Runtime.Intrinsics.Vector256.IsHardwareAccelerated ? "Vector256"
        : System.Runtime.Intrinsics.Vector128.IsHardwareAccelerated ? "Vector128" : "none";

    private static string[] RunChild(string switchedOff, int threads)
    {
        var file = Path.GetTempFileName();
        var start = new ProcessStartInfo("dotnet")
        {
            ArgumentList =
            {
                "exec", typeof(SameBitsTests).Assembly.Location, "-method",
                typeof(SameBitsTests).FullName + "." + nameof(Child_process_writes_its_hashes),
            },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment[FileVariable] = file;
        start.Environment["SEQ2SEQ_NUM_THREADS"] = threads.ToString(System.Globalization.CultureInfo.InvariantCulture);
        // A child has the mode it is told, whatever this process was started with.
        foreach (var name in new[] { "DOTNET_EnableAVX512", "DOTNET_EnableAVX2", "DOTNET_EnableHWIntrinsic" })
            start.Environment.Remove(name);
        if (switchedOff != "none")
            start.Environment[switchedOff] = "0";
        using var child = Process.Start(start)!;
        var error = child.StandardError.ReadToEndAsync();
        var output = child.StandardOutput.ReadToEnd();
        Assert.True(child.WaitForExit(TimeSpan.FromMinutes(3)));
        var lines = File.ReadAllLines(file);
        File.Delete(file);
        Assert.True(lines.Length > 1, output + error.Result);
        return lines;
    }
}
