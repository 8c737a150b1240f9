using System.Text.Json;
using Seq2Seq.Host.Jupyter.Install;

namespace Seq2Seq.Host.Jupyter;

public sealed class KernelInstallerTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("jupyter-").FullName;
    private readonly string _program;
    private readonly JupyterFolders _folders;
    private readonly KernelInstaller _installer;

    public KernelInstallerTests()
    {
        _program = Path.Combine(_root, "program");
        Directory.CreateDirectory(Path.Combine(_program, "sub"));
        File.WriteAllText(Path.Combine(_program, "course.dll"), "new");
        File.WriteAllText(Path.Combine(_program, "sub", "asset.txt"), "asset");
        _folders = new JupyterFolders(Path.Combine(_root, "data"), elsewhere: []);
        _installer = new KernelInstaller(_folders, _program, "/opt/dotnet");
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void It_takes_the_name_C_sharp_notebooks_ask_for_and_names_existing_files_absolutely()
    {
        var said = _installer.Install("1.2.3");

        var target = Path.Combine(_folders.Kernels, ".net-csharp");
        Assert.Equal($"Installed the kernel '.net-csharp' in {target}", said);
        var spec = JsonElement.Parse(File.ReadAllText(Path.Combine(target, "kernel.json")));
        var program = Path.Combine(target, "host", "course.dll");
        Assert.Equal(["/opt/dotnet", program, "jupyter", "start", "--connection-file", "{connection_file}"],
            spec.GetProperty("argv").EnumerateArray().Select(argument => argument.GetString()));
        Assert.True(File.Exists(program));
        Assert.True(File.Exists(Path.Combine(target, "host", "sub", "asset.txt")));
        Assert.Equal((".NET (C#)", "C#", "message"),
            (spec.GetProperty("display_name").GetString(), spec.GetProperty("language").GetString(), spec.GetProperty("interrupt_mode").GetString()));
    }

    [Fact]
    public void Installing_again_brings_the_new_program()
    {
        _installer.Install("1");
        var stale = Path.Combine(_folders.Kernels, ".net-csharp", "host", "stale.dll");
        File.WriteAllText(stale, "");

        _installer.Install("2");

        Assert.False(File.Exists(stale));
        Assert.Equal([".net-csharp"], Directory.GetDirectories(_folders.Kernels).Select(Path.GetFileName));
    }

    [Fact]
    public void It_leaves_the_name_to_another_kernel_that_has_it()
    {
        var other = Foreign(_folders.Kernels);

        var said = _installer.Install("1");

        var target = Path.Combine(_folders.Kernels, "seq2seq-csharp");
        Assert.Equal($"Installed the kernel 'seq2seq-csharp' in {target}; the name '.net-csharp' belongs to {other}. " +
            "Choose the kernel \"C# (Seq2Seq.Notebooks)\" when you open a notebook.", said);
        Assert.Equal("{}", File.ReadAllText(Path.Combine(other, "kernel.json")));
    }

    [Fact]
    public void It_leaves_the_name_to_a_kernel_of_the_whole_machine_too()
    {
        var system = Path.Combine(_root, "system");
        Foreign(system);
        var installer = new KernelInstaller(new JupyterFolders(_folders.Data, elsewhere: [system]), _program, "/opt/dotnet");

        installer.Install("1");

        Assert.Equal(["seq2seq-csharp"], Directory.GetDirectories(_folders.Kernels).Select(Path.GetFileName));
    }

    [Fact]
    public void A_folder_of_somebody_else_is_not_overwritten()
    {
        Foreign(_folders.Kernels);
        var taken = Path.Combine(_folders.Kernels, "seq2seq-csharp");
        Directory.CreateDirectory(taken);

        var error = Assert.Throws<JupyterException>(() => _installer.Install("1"));

        Assert.Equal($"The folder {taken} exists and was not made by this command. Move it away, then run 'course jupyter install' again.", error.Message);
    }

    [Fact]
    public void Uninstalling_removes_all_of_ours_and_nothing_else()
    {
        _installer.Install("1");
        Assert.Equal([Path.Combine(_folders.Kernels, ".net-csharp")], _installer.Uninstall());
        Assert.False(Directory.Exists(_folders.Data));

        var other = Foreign(_folders.Kernels);
        _installer.Install("1");
        Assert.Equal([Path.Combine(_folders.Kernels, "seq2seq-csharp")], _installer.Uninstall());
        Assert.Equal([other], Directory.GetDirectories(_folders.Kernels));
        Assert.Empty(_installer.Uninstall());
    }

    private static string Foreign(string kernels)
    {
        var folder = Path.Combine(kernels, ".net-csharp");
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "kernel.json"), "{}");
        return folder;
    }
}
