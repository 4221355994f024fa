# Dependencies and their licences

What the engine ships or stands on at run time, with the licence each names for itself. Written by
`docs/write-dependencies`; tests bring more, which is not shipped.

| library | version | licence |
|---|---|---|
<#list dependencyMap as entry>
<#if entry.getKey().groupId != "rei.sms">
| [${entry.getKey().groupId}:${entry.getKey().artifactId}](${(entry.getKey().url)!""}) | ${entry.getKey().version} | ${entry.getValue()?join(", ")} |
</#if>
</#list>
