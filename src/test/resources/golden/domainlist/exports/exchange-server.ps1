# Forced TLS in Norway (Bits): send connectors for Exchange Server, outgoing mail
# Version 41 of the Domain List, published 2026-11-23T16:05:09+01:00
# 11 domains; own domains left out: fno.example
# SHA-256 of this version as CSV: 081033c2de90a1ec63be96b6ef77e313ed368b437354f9a9744dca007fe2d757
# Valid until 2027-01-04: fetch it again by then at the latest (requirement 5.3.1)
#
# Look first, then do it, in the Exchange Management Shell:
#   ./exchange-server.ps1 -WhatIf
#   ./exchange-server.ps1
# A send connector checks the certificate against one name only (TlsDomain). This script therefore
# asks the DNS for each domain's mail server and makes a connector for each provider. Domains whose
# mail servers it cannot find are left out and named at the end.
# Running it again brings the connectors up to date; those that are no longer needed are named.
# Incoming mail: Exchange Server cannot demand TLS by the sender's domain (requirement 5.2.4). Do it
# in a gateway in front of it, or answer that you are not able to.
# Test it: Get-SendConnector 'Bits Forced TLS *' | Format-List Name, AddressSpaces, TlsDomain
[CmdletBinding(SupportsShouldProcess = $true)]
param()

$ErrorActionPreference = 'Stop'
$most = 200

$domains = @(
  'aaltvedt-as.example'
  'adv-sandlo.example'
  'blaskogstjerne.example'
  'einebaerpensjonskasse.example'
  'fjellvakbanken.example'
  'gronnfink-gruppen.example'
  'heilo-regnskap.example'
  'kunde.fjellvakbanken.example'
  'oyenstikkersparebank.example'
  'sparebankenmyrsnipe.example'
  'xn--blskogstjerne-qfb.example'
)

function Get-Provider($domain) {
  $server = Resolve-DnsName -Name $domain -Type MX -ErrorAction SilentlyContinue |
    Where-Object { $_.Type -eq 'MX' -and $_.NameExchange } | Sort-Object Preference | Select-Object -First 1
  if (-not $server) { return $null }
  $labels = $server.NameExchange.TrimEnd('.').Split('.')
  if ($labels.Count -le 2) { return $server.NameExchange.TrimEnd('.') }
  '*.' + ($labels[1..($labels.Count - 1)] -join '.')
}

$made = @()
$without = @()
$groups = @{}
foreach ($domain in $domains) {
  $provider = Get-Provider $domain
  if (-not $provider) { $without += $domain; continue }
  if (-not $groups.ContainsKey($provider)) { $groups[$provider] = @() }
  $groups[$provider] += $domain
}

$number = 0
foreach ($provider in ($groups.Keys | Sort-Object)) {
  for ($first = 0; $first -lt $groups[$provider].Count; $first += $most) {
    $number++
    $name = 'Bits Forced TLS {0:00}' -f $number
    $spaces = @($groups[$provider] | Select-Object -Skip $first -First $most | ForEach-Object { "SMTP:$_;1" })
    $settings = @{ AddressSpaces = $spaces; DNSRoutingEnabled = $true; IgnoreSTARTTLS = $false; RequireTLS = $true; TlsAuthLevel = 'DomainValidation'; TlsDomain = $provider; Enabled = $true }
    $made += $name
    if (-not $PSCmdlet.ShouldProcess($name, 'set send connector')) { continue }
    if (Get-SendConnector | Where-Object { $_.Name -eq $name }) { Set-SendConnector -Identity $name @settings -Confirm:$false }
    else { New-SendConnector -Name $name -Usage Custom @settings }
  }
}

$old = Get-SendConnector | Where-Object { $_.Name -like 'Bits Forced TLS *' -and $made -notcontains $_.Name }
if ($old) { Write-Warning ('No longer needed: ' + ($old.Name -join ', ')) }
if ($without) { Write-Warning ('No mail server found, left out: ' + ($without -join ', ')) }
