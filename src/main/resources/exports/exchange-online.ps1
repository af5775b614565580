# Forced TLS in Norway (Bits): connectors for Exchange Online, outgoing and incoming mail
# Version {{version}} of the Domain List, published {{published}}
# {{count}} domains; own domains left out: {{excluded}}
# SHA-256 of this version as CSV: {{checksum}}
# Valid until {{validUntil}}: fetch it again by then at the latest (requirement 5.3.1)
#
# Look first, then do it:
#   Connect-ExchangeOnline
#   ./exchange-online.ps1 -WhatIf
#   ./exchange-online.ps1
# Without requirement 5.2.4: ./exchange-online.ps1 -OutboundOnly
# A connector checks the certificate against one name only (TlsDomain). This script therefore asks
# the DNS for each domain's mail server and makes a connector for each provider. Domains whose mail
# servers it cannot find are left out and named at the end.
# Running it again brings the connectors up to date; those that are no longer needed are named.
# Test it: Validate-OutboundConnector -Identity 'Bits Forced TLS out 01' -Recipients postmaster@example.no
[CmdletBinding(SupportsShouldProcess = $true)]
param([switch] $OutboundOnly)

$ErrorActionPreference = 'Stop'
$most = 200

$domains = @(
{{domains}}
)

function Get-Provider($domain) {
  $server = Resolve-DnsName -Name $domain -Type MX -ErrorAction SilentlyContinue |
    Where-Object { $_.Type -eq 'MX' -and $_.NameExchange } | Sort-Object Preference | Select-Object -First 1
  if (-not $server) { return $null }
  $labels = $server.NameExchange.TrimEnd('.').Split('.')
  if ($labels.Count -le 2) { return $server.NameExchange.TrimEnd('.') }
  '*.' + ($labels[1..($labels.Count - 1)] -join '.')
}

function Set-Connector($kind, $name, $settings) {
  $there = & "Get-${kind}Connector" | Where-Object { $_.Name -eq $name }
  if (-not $PSCmdlet.ShouldProcess($name, "set $kind connector")) { return }
  if ($there) { & "Set-${kind}Connector" -Identity $name @settings -Confirm:$false }
  else { & "New-${kind}Connector" -Name $name -ConnectorType Partner @settings }
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
    $name = 'Bits Forced TLS out {0:00}' -f $number
    $some = @($groups[$provider] | Select-Object -Skip $first -First $most)
    Set-Connector 'Outbound' $name @{ UseMXRecord = $true; RecipientDomains = $some; TlsSettings = 'DomainValidation'; TlsDomain = $provider; Enabled = $true }
    $made += $name
  }
}

if (-not $OutboundOnly) {
  $number = 0
  for ($first = 0; $first -lt $domains.Count; $first += $most) {
    $number++
    $name = 'Bits Forced TLS in {0:00}' -f $number
    $some = @($domains | Select-Object -Skip $first -First $most)
    Set-Connector 'Inbound' $name @{ SenderDomains = $some; RequireTls = $true; Enabled = $true }
    $made += $name
  }
}

$old = @(Get-OutboundConnector; Get-InboundConnector) |
  Where-Object { $_.Name -like 'Bits Forced TLS *' -and $made -notcontains $_.Name }
if ($old) { Write-Warning ('No longer needed: ' + ($old.Name -join ', ')) }
if ($without) { Write-Warning ('No mail server found, left out: ' + ($without -join ', ')) }
