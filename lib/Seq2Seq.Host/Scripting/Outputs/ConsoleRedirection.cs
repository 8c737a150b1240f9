namespace Seq2Seq.Host.Scripting.Outputs;

/// <summary>Makes this process's console, and the display hook of <c>Seq2Seq.Display</c>, lead to the running session.</summary>
internal static class ConsoleRedirection
{
    private static readonly Lock gate = new();
    private static TextWriter? output, errors;
    private static TextReader? input;

    public static void Install()
    {
        lock (gate)
        {
            if (output is null)
            {
                // Writers of the console are synchronised; kept as such, they can be recognised.
                Console.SetOut(new ConsoleWriter("stdout", Console.Out));
                Console.SetError(new ConsoleWriter("stderr", Console.Error));
                Console.SetIn(new ConsoleReader());
                (output, errors, input) = (Console.Out, Console.Error, Console.In);
                // Types of the base library only: the caller's Seq2Seq.Display is another copy in another load context.
                AppContext.SetData("Seq2Seq.Display.Publish", (Action<string, IReadOnlyDictionary<string, string>, bool>)Publish);
            }
            if (Console.Out != output) Console.SetOut(output);
            if (Console.Error != errors) Console.SetError(errors!);
            if (Console.In != input) Console.SetIn(input!);
        }
    }

    private static void Publish(string id, IReadOnlyDictionary<string, string> data, bool isUpdate) =>
        CurrentOutput.Session?.Outputs.Write(new DisplayOutput(id, data, isUpdate));
}
