using System.Globalization;

namespace Seq2Seq.Host.Scripting;

/// <summary>The culture cells run in: the same on every machine, so that a number is written the same.</summary>
internal static class SessionCulture
{
    /// <summary>Sets it for the whole process.</summary>
    public static void Pin()
    {
        var culture = CultureInfo.GetCultureInfo("en-US");
        CultureInfo.DefaultThreadCurrentCulture = culture;
        CultureInfo.DefaultThreadCurrentUICulture = culture;
    }
}
