namespace Seq2Seq.Host.Scripting.Outputs;

/// <summary>Makes this process's console, and the display hook of <c>Seq2Seq.Display</c>, lead to the running session. Once is enough.</summary>
internal static class ConsoleRedirection
{
    private static readonly Lock gate = new();
    private static bool installed;

    public static void Install()
    {
        lock (gate)
        {
            if (installed) return;
            installed = true;
            Console.SetOut(new ConsoleWriter("stdout", Console.Out));
            Console.SetError(new ConsoleWriter("stderr", Console.Error));
            Console.SetIn(new ConsoleReader());
            // Types of the base library only: the caller's Seq2Seq.Display is another copy in another load context.
            AppContext.SetData("Seq2Seq.Display.Publish", (Action<string, IReadOnlyDictionary<string, string>, bool>)Publish);
        }
    }

    private static void Publish(string id, IReadOnlyDictionary<string, string> data, bool isUpdate) =>
        CurrentOutput.Session?.Outputs.Write(new DisplayOutput(id, data, isUpdate));
}
