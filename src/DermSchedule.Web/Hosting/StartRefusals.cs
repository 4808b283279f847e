using System.Net.Sockets;
using DermSchedule.Kernel;
using Microsoft.AspNetCore.Connections;

namespace DermSchedule.Web.Hosting;

/// <summary>A start that must not happen ends with one sentence on the error stream and exit code 1: an operator reads it, not a stack trace.</summary>
internal static class StartRefusals
{
    public static async Task<int> Say(Func<Task<int>> program)
    {
        try
        {
            return await program();
        }
        catch (StartRefusedException refused)
        {
            return await Say(refused.Message);
        }
        catch (IOException exception) when (exception.InnerException is AddressInUseException)
        {
            return await Say($"ASPNETCORE_URLS names an address that another program uses: {exception.Message}");
        }
        catch (SocketException exception)
        {
            return await Say($"ASPNETCORE_URLS names an address this machine cannot listen at: {exception.Message}.");
        }
    }

    private static async Task<int> Say(string sentence)
    {
        await Console.Error.WriteLineAsync(sentence.ReplaceLineEndings(" "));
        return 1;
    }
}
