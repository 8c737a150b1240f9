namespace Seq2Seq.Display.Live;

/// <summary>Where live displays write when no host shows them.</summary>
internal static class Fallback
{
    /// <summary>Standard error: standard output is for results. The one use of the console in this library.</summary>
    public static TextWriter Writer => Console.Error;
}
