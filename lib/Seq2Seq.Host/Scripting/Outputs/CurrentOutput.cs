namespace Seq2Seq.Host.Scripting.Outputs;

/// <summary>Which session the running code belongs to: it flows with the cell into its tasks and threads.</summary>
internal static class CurrentOutput
{
    private static readonly AsyncLocal<ScriptSession?> flowing = new();
    private static volatile ScriptSession? latest;

    /// <summary>The session of the calling code; code that no cell started counts to the session that ran last.</summary>
    public static ScriptSession? Session => flowing.Value ?? latest;

    /// <summary>From here on the calling thread, and what it starts, belongs to a session.</summary>
    public static void Enter(ScriptSession session)
    {
        flowing.Value = session;
        latest = session;
    }

    /// <summary>The session is gone.</summary>
    public static void Leave(ScriptSession session)
    {
        if (latest == session) latest = null;
    }
}
