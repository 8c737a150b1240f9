using Seq2Seq.Ledger;

namespace Seq2Seq.Tests.Ledger;

public sealed class ClaimsLedgerTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("ledger").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void What_two_notebooks_wrote_comes_back_ordered_by_claim()
    {
        var attention = new Finding(5, "10-attention", "copy, 3 seeds", "0.99 against 0.41", Verdict.Holds);
        var decoder = new Finding(1, "08-decoder", "copy, 3 seeds", "0.41 at length 20", Verdict.Fails);

        ClaimsLedger.Write("10-attention", [attention], folder);
        ClaimsLedger.Write("08-decoder", [decoder], folder);

        Assert.Equal([decoder, attention], ClaimsLedger.ReadAll(folder));
    }

    [Fact]
    public void Writing_again_replaces_and_gives_the_same_bytes()
    {
        var finding = new Finding(5, "10-attention", "词对齐, 3 seeds", "0.99 < 1", Verdict.HoldsInPart);
        ClaimsLedger.Write("10-attention", [finding], folder);
        var first = File.ReadAllBytes(Path.Combine(folder, "10-attention.json"));

        ClaimsLedger.Write("10-attention", [finding], folder);

        Assert.Equal(first, File.ReadAllBytes(Path.Combine(folder, "10-attention.json")));
        Assert.DoesNotContain((byte)'\r', first);
    }

    [Fact]
    public void An_unknown_claim_is_refused_by_its_number()
    {
        var error = Assert.Throws<ArgumentException>(
            () => ClaimsLedger.Write("10-attention", [new Finding(99, "10-attention", "", "", Verdict.Holds)], folder));

        Assert.Equal("claim 99 does not exist: the ledger holds 1 to 18.", error.Message);
    }

    [Fact]
    public void A_finding_of_another_notebook_is_refused()
    {
        var error = Assert.Throws<ArgumentException>(
            () => ClaimsLedger.Write("10-attention", [new Finding(1, "08-decoder", "", "", Verdict.Holds)], folder));

        Assert.Equal("a finding of '08-decoder' cannot be written by '10-attention'.", error.Message);
    }

    [Fact]
    public void A_damaged_file_is_named_with_its_line_and_the_remedy()
    {
        var path = Path.Combine(folder, "10-attention.json");
        File.WriteAllText(path, "[\n{\n");

        var error = Assert.Throws<InvalidDataException>(() => ClaimsLedger.ReadAll(folder));

        Assert.Equal($"{path}, line 3: not a list of findings. Run its notebook again to write it anew.", error.Message);
    }
}
