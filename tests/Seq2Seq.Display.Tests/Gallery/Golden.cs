using System.Runtime.CompilerServices;

namespace Seq2Seq.Display.Tests.Gallery;

/// <summary>Committed pictures. They change only by an explicit command, which CI refuses:</summary>
/// <remarks>SEQ2SEQ_UPDATE=1 dotnet test tests/Seq2Seq.Display.Tests -c Release; look at each changed picture before you commit it.</remarks>
internal static class Golden
{
    public static bool IsUpdate => Environment.GetEnvironmentVariable("SEQ2SEQ_UPDATE") == "1";

    public static string Folder([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "Goldens");

    public static void Check(string name, string actual)
    {
        var path = Path.Combine(Folder(), name);
        if (IsUpdate)
        {
            Assert.False(IsTrue("CI"), "SEQ2SEQ_UPDATE is set on CI: golden files are changed by people who look at them.");
            File.WriteAllText(path, actual);
        }
        Assert.True(File.Exists(path), $"There is no golden file {name}. Make it: SEQ2SEQ_UPDATE=1 dotnet test tests/Seq2Seq.Display.Tests -c Release");
        Assert.Equal(File.ReadAllText(path), actual);
    }

    private static bool IsTrue(string variable) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value && !value.Equals("false", StringComparison.OrdinalIgnoreCase);
}
