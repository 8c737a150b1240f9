using System.Globalization;

namespace Seq2Seq.Host.Scripting;

/// <summary>The culture cells run in: the same on every machine, so that a number and a time of day are written the same.</summary>
internal static class SessionCulture
{
    /// <summary>Sets it for the whole process.</summary>
    public static void Pin()
    {
        var culture = (CultureInfo)CultureInfo.GetCultureInfo("en-US").Clone();
        // Before AM, ICU has a narrow no-break space since its version 72; Windows and older ones have the ordinary one.
        culture.DateTimeFormat.ShortTimePattern = culture.DateTimeFormat.ShortTimePattern.Replace('\u202F', ' ');
        culture.DateTimeFormat.LongTimePattern = culture.DateTimeFormat.LongTimePattern.Replace('\u202F', ' ');
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.ReadOnly(culture);
        CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.DefaultThreadCurrentCulture;
    }
}
